import { type ApprovedPiece, pieceText } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { organisationsByIds, placeOf } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import { NOTICE_EVENTS, NOTICE_SUBJECT } from '../contract.ts';
import { type DraftNotice, draftForm } from '../forms/publish.ts';
import { mayPublish } from '../permissions.ts';
import { lateFor } from '../rules/lead-time.ts';
import { insertNotice, lockNotice, markSuperseded, nextNumber } from '../store/notices.ts';

export type Published = { readonly id: string; readonly number: string };

/** In whose name a notice stands: who brought it, never who looked at it. */
type Issuer = { readonly id: string; readonly orgId: string; readonly postId: string };

/** What the gate calls when a second person has approved a notice. */
export const NOTICE_PUBLISHERS: Publishers = { [NOTICE_SUBJECT]: publishApprovedNotice };

/**
 * Publishes a notice exactly as it was approved. Its lead time counts from now, and it takes the place of
 * another one only while that is still in force.
 */
export async function publishApprovedNotice(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  const { content } = piece;
  const texts = Object.fromEntries(content.texts.map(({ field, text }) => [field, text]));
  const input = draftForm.parse({ ...content.payload, ...texts, reason: pieceText(content, 'reason') });
  const { post } = tx.actor;
  const own = post ? (await organisationsByIds(tx, [post.orgId])).get(post.orgId) : undefined;
  const may = mayPublish(tx.actor, input.estateId, own?.estateIds ?? []);
  if (may) return { ok: false, refusal: may };
  const old = input.replacesId ? await lockNotice(tx, input.replacesId) : null;
  if (old === undefined) return refuse('notices.not-found');
  if (old && old.state !== 'LIVE') return refuse('notices.replaced-already');
  const before = old ? { kind: old.kind, startsAt: old.starts_at } : null;
  const late = lateFor(input, before, tx.now, dateKey(tx.now));
  if (late) return { ok: false, refusal: late };
  const issuer = { id: piece.subjectId, orgId: piece.orgId, postId: piece.postId };
  const made = await keepNotice(tx, issuer, input, old?.number ?? null);
  if (!made.ok || !old) return made.ok ? ok() : made;
  await markSuperseded(tx, old.id, made.value.id, input.reason);
  await appendEvent(tx, {
    subjectKind: NOTICE_SUBJECT,
    subjectId: old.id,
    kind: NOTICE_EVENTS.superseded,
    from: 'LIVE',
    to: 'SUPERSEDED',
    reason: input.reason,
    data: { by: made.value.number },
  });
  return ok();
}

/** The buildings belong to the estate. */
export async function placeFits(tx: Tx, input: DraftNotice): Promise<Result<void>> {
  for (const buildingId of [undefined, ...input.buildingIds]) {
    const place = await placeOf(tx, { estateId: input.estateId, buildingId: buildingId ?? null });
    if (!place.ok) {
      return { ok: false, refusal: { ...place.refusal, field: buildingId ? 'buildingIds' : 'estateId' } };
    }
  }
  return ok();
}

/**
 * Writes a notice that may be published.
 *
 * @param replaces number of the notice whose place it takes, for its event.
 */
export async function keepNotice(
  tx: Tx,
  issuer: Issuer,
  input: DraftNotice,
  replaces: string | null,
): Promise<Result<Published>> {
  const fits = await placeFits(tx, input);
  if (!fits.ok) return fits;
  const { id } = issuer;
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
    issuer_org_id: issuer.orgId,
    issuer_post_id: issuer.postId,
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
