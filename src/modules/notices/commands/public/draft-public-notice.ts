import type { PieceContent } from '#kernel/approved-piece.ts';
import { normalisePhone } from '#kernel/contact.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { openPiece, publishAlone } from '#modules/redaction/facade.server.ts';
import { dutyPhones, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import type { PublicNoticeInput } from '../../forms/public.ts';
import { publicByIds } from '../../store/public-notices.ts';
import { PUBLIC_NOTICE_PUBLISHERS } from './publish-public-notice.ts';
import { whyNotPublic } from './why-not-public.part.ts';

/** A notice at the gate; with its number when it is an emergency and out already. */
export type PublicDrafted = { readonly pieceId: string; readonly number: string | null };

/**
 * Brings an announcement or a public notice to the gate, where a second person looks at it. An emergency in
 * which nothing looks like personal data goes out at once and is looked at afterwards.
 *
 * @returns refusals: not theirs to publish, fewer days than the law wants, a place that does not fit, the year of
 *   the end not in the calendar, what it shall replace is replaced already.
 * @source domain brief §3.11, §4.13
 */
export async function draftPublicNotice(tx: Tx, input: PublicNoticeInput): Promise<Result<PublicDrafted>> {
  const { post } = tx.actor;
  if (!post) return refuse('notices.not-yours-to-publish');
  const refusal = await whyNotPublic(tx, input, post.orgId);
  if (refusal) return { ok: false, refusal };
  const id = tx.newId();
  const opened = await openPiece(tx, {
    subject: { kind: PUBLIC_NOTICE_SUBJECT, id },
    orgId: post.orgId,
    content: await contentOf(tx, input),
    emergency: input.emergency,
  });
  if (!opened.ok) return opened;
  const { pieceId, state } = opened.value;
  if (!input.emergency || state !== 'CHECKED') return ok({ pieceId, number: null });
  const out = await publishAlone(tx, { pieceId }, PUBLIC_NOTICE_PUBLISHERS);
  if (!out.ok) return out;
  return ok({ pieceId, number: (await publicByIds(tx, [id]))[0]?.number ?? null });
}

/** What everybody will read, what the second person must know of it, and what publishing takes. */
async function contentOf(tx: Tx, input: PublicNoticeInput): Promise<PieceContent> {
  const { title, body, basis, reason, desk, ...payload } = input;
  const published = new Set((await dutyPhones(tx)).map((one) => normalisePhone(one.phone)));
  const isDutyPhone = published.has(normalisePhone(input.contactPhone));
  const tree = await placeTree(tx);
  const estates = tree.filter(({ id }) => input.estateIds.includes(id));
  const numbers = estates
    .flatMap((estate) => estate.buildings.filter(({ id }) => input.buildingIds.includes(id)))
    .map(({ number }) => number)
    .join(', ');
  const names = (key: 'nameZh' | 'nameEn') => estates.map((estate) => estate[key]).join(', ');
  return {
    texts: [
      { field: 'title', text: title, most: 60 },
      { field: 'body', text: body, most: 4000 },
      { field: 'basis', text: basis, most: 200 },
      { field: 'desk', text: desk, most: 80 },
      ...(input.replacesId ? [{ field: 'reason', text: reason, most: 200 }] : []),
      // A number that is nobody's published duty phone may be somebody's own.
      ...(isDutyPhone ? [] : [{ field: 'contactPhone', text: input.contactPhone, most: 30 }]),
    ],
    facts: [
      { key: 'publicKind', words: `notices.public.kind.${input.kind}` },
      ...(estates.length > 0 ? [{ key: 'estate', zh: names('nameZh'), en: names('nameEn') }] : []),
      ...(numbers ? [{ key: 'buildings', zh: numbers, en: numbers }] : []),
      { key: 'days', zh: String(input.days), en: String(input.days) },
      ...(input.startsAt ? [{ key: 'from', at: input.startsAt.toISOString() }] : []),
      ...(isDutyPhone ? [{ key: 'phone', zh: input.contactPhone, en: input.contactPhone }] : []),
      ...(input.emergency
        ? [{ key: 'emergency', zh: input.emergencyReason, en: input.emergencyReason }]
        : []),
    ],
    payload: { ...payload, startsAt: input.startsAt?.toISOString() ?? null },
  };
}
