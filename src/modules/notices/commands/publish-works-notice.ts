import { findPersonalData } from '#kernel/personal-data.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { organisationsByIds, placeOf } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { NOTICE_EVENTS, NOTICE_SUBJECT } from '../contract.ts';
import type { PublishNotice } from '../forms/publish.ts';
import { mayPublish } from '../permissions.ts';
import { tooLate } from '../rules/lead-time.ts';
import { insertNotice, nextNumber } from '../store/notices.ts';

export type Published = { readonly id: string; readonly number: string };

/** Publishes a works notice, early enough for its kind or as an emergency with a reason (§3.11). */
export async function publishWorksNotice(tx: Tx, input: PublishNotice): Promise<Result<Published>> {
  const refusal = (await mayHere(tx, input.estateId)) ?? tooLate(input, tx.now, dateKey(tx.now));
  if (refusal) return { ok: false, refusal };
  return keepNotice(tx, input, null);
}

/** Why the actor may not publish for this estate, or null. */
export async function mayHere(tx: Tx, estateId: string) {
  const { post } = tx.actor;
  const own = post ? (await organisationsByIds(tx, [post.orgId])).get(post.orgId) : undefined;
  return mayPublish(tx.actor, estateId, own?.estateIds ?? []);
}

/** The buildings belong to the estate, and the words name nobody (PIPL art. 25). */
async function wordsAndPlace(tx: Tx, input: PublishNotice): Promise<Result<void>> {
  for (const buildingId of [undefined, ...input.buildingIds]) {
    const place = await placeOf(tx, { estateId: input.estateId, buildingId: buildingId ?? null });
    if (!place.ok)
      return { ok: false, refusal: { ...place.refusal, field: buildingId ? 'buildingIds' : 'estateId' } };
  }
  if (findPersonalData(`${input.title}\n${input.body}`).length > 0)
    return refuse('notices.names-somebody', { field: 'body', source: 'PIPL art. 25' });
  return ok();
}

/**
 * Writes a notice that may be published.
 *
 * @param replaces number of the notice whose place it takes, for its event.
 */
export async function keepNotice(
  tx: Tx,
  input: PublishNotice,
  replaces: string | null,
): Promise<Result<Published>> {
  const fits = await wordsAndPlace(tx, input);
  if (!fits.ok) return fits;
  const { post } = tx.actor;
  if (!post) return refuse('notices.not-yours-to-publish');
  const id = tx.newId();
  const number = await nextNumber(tx, `TZ-${dateKey(tx.now).slice(2, 7).replace('-', '')}`);
  await insertNotice(tx, {
    id,
    number,
    state: 'LIVE',
    kind: input.kind,
    title: input.title,
    body: input.body,
    estate_id: input.estateId,
    building_ids: [...new Set(input.buildingIds)],
    starts_at: input.startsAt,
    ends_at: input.endsAt,
    emergency: input.emergency,
    contact_phone: input.contactPhone,
    issuer_org_id: post.orgId,
    issuer_post_id: post.postId,
    published_at: tx.now,
  });
  await appendEvent(tx, {
    subjectKind: NOTICE_SUBJECT,
    subjectId: id,
    kind: NOTICE_EVENTS.published,
    to: 'LIVE',
    reason: input.emergency ? input.emergencyReason : null,
    data: { number, kind: input.kind, estateId: input.estateId, emergency: input.emergency, replaces },
  });
  return ok({ id, number });
}
