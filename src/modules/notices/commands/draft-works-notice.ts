import type { PieceContent } from '#kernel/approved-piece.ts';
import { normalisePhone } from '#kernel/contact.ts';
import { ok, type Refusal, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { openPiece, publishAlone } from '#modules/redaction/facade.server.ts';
import { dutyPhones, organisationsByIds, placesByIds, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { NOTICE_SUBJECT } from '../contract.ts';
import type { DraftNotice } from '../forms/publish.ts';
import { mayPublish, mayReplace } from '../permissions.ts';
import { lateFor } from '../rules/lead-time.ts';
import { lockNotice, rowById } from '../store/notices.ts';
import { keepNotice, NOTICE_PUBLISHERS, type Published, placeFits } from './publish-approved-notice.ts';

/** A notice at the gate; with its number when it is an emergency and out already. */
export type Drafted = { readonly pieceId: string; readonly number: string | null };

/**
 * Brings a works notice to the gate: a second person looks at it before residents do. An emergency in which
 * nothing looks like personal data goes out at once, and is looked at afterwards (domain brief §3.11, §4.13).
 */
export async function draftWorksNotice(tx: Tx, input: DraftNotice): Promise<Result<Drafted>> {
  const refusal = await mayAnnounce(tx, input);
  if (refusal) return { ok: false, refusal };
  const { post } = tx.actor;
  if (!post) return refuse('notices.not-yours-to-publish');
  const id = tx.newId();
  const opened = await openPiece(tx, {
    subject: { kind: NOTICE_SUBJECT, id },
    orgId: post.orgId,
    content: await contentOf(tx, input),
    emergency: input.emergency,
  });
  if (!opened.ok) return opened;
  const { pieceId, state } = opened.value;
  if (!input.emergency || state !== 'CHECKED') return ok({ pieceId, number: null });
  const out = await publishAlone(tx, { pieceId }, NOTICE_PUBLISHERS);
  if (!out.ok) return out;
  return ok({ pieceId, number: (await rowById(tx, id))?.number ?? null });
}

/** Writes a notice as it would be published, to look at; whoever calls takes it back. */
export async function previewWorksNotice(tx: Tx, input: DraftNotice): Promise<Result<Published>> {
  const refusal = await mayAnnounce(tx, input);
  if (refusal) return { ok: false, refusal };
  const { post } = tx.actor;
  if (!post) return refuse('notices.not-yours-to-publish');
  return keepNotice(tx, { id: tx.newId(), orgId: post.orgId, postId: post.postId }, input, null);
}

/** Why the actor may not announce this here and now, or null. */
async function mayAnnounce(tx: Tx, input: DraftNotice): Promise<Refusal | null> {
  const { post } = tx.actor;
  const own = post ? (await organisationsByIds(tx, [post.orgId])).get(post.orgId) : undefined;
  const here = mayPublish(tx.actor, input.estateId, own?.estateIds ?? []);
  const old = input.replacesId ? await lockNotice(tx, input.replacesId) : null;
  if (old === undefined) return refuse('notices.not-found').refusal;
  const refusal = (old ? mayReplace(tx.actor, old.issuer_org_id) : null) ?? here;
  if (refusal) return refusal;
  if (old && old.state !== 'LIVE') return refuse('notices.replaced-already').refusal;
  const late = lateFor(
    input,
    old ? { kind: old.kind, startsAt: old.starts_at } : null,
    tx.now,
    dateKey(tx.now),
  );
  if (late) return late;
  const fits = await placeFits(tx, input);
  return fits.ok ? null : fits.refusal;
}

/** What everybody will read, what the second person must know of it, and what publishing takes. */
async function contentOf(tx: Tx, input: DraftNotice): Promise<PieceContent> {
  const { title, body, reason, ...payload } = input;
  const published = new Set((await dutyPhones(tx)).map((one) => normalisePhone(one.phone)));
  const isDutyPhone = published.has(normalisePhone(input.contactPhone));
  const [place] = await placesByIds(tx, [{ estateId: input.estateId }]);
  const estate = (await placeTree(tx)).find((one) => one.id === input.estateId);
  const numbers = (estate?.buildings ?? [])
    .filter((building) => input.buildingIds.includes(building.id))
    .map((building) => building.number)
    .join(', ');
  return {
    texts: [
      { field: 'title', text: title, most: 60 },
      { field: 'body', text: body, most: 2000 },
      ...(input.replacesId ? [{ field: 'reason', text: reason, most: 200 }] : []),
      // A number that is nobody's published duty phone may be somebody's own.
      ...(isDutyPhone ? [] : [{ field: 'contactPhone', text: input.contactPhone, most: 30 }]),
    ],
    facts: [
      { key: 'kind', words: `notices.kind.${input.kind}` },
      { key: 'estate', zh: place?.estate.nameZh ?? '', en: place?.estate.nameEn ?? '' },
      ...(numbers ? [{ key: 'buildings', zh: numbers, en: numbers }] : []),
      { key: 'from', at: input.startsAt.toISOString() },
      { key: 'to', at: input.endsAt.toISOString() },
      ...(isDutyPhone ? [{ key: 'phone', zh: input.contactPhone, en: input.contactPhone }] : []),
      ...(input.emergency
        ? [{ key: 'emergency', zh: input.emergencyReason, en: input.emergencyReason }]
        : []),
    ],
    payload: {
      ...payload,
      startsAt: input.startsAt.toISOString(),
      endsAt: input.endsAt.toISOString(),
    },
  };
}
