import { type ApprovedPiece, pieceText } from '#kernel/approved-piece.ts';
import { ok, type Result } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { organisationsByIds, placeTree } from '#modules/registry/facade.server.ts';
import { textHash } from '#platform/audit/content-hash.ts';
import { appendEvent, canonical } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import { searchTokens } from '#platform/search/bigrams.ts';
import { PUBLIC_NOTICE_EVENTS, PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import { type PublicNoticeInput, publicNoticeForm } from '../../forms/public.ts';
import { endOfPeriod, periodOf } from '../../rules/public/periods.ts';
import { insertPublic, lockPublic, nextPublicNumber, updatePublic } from '../../store/public-notices.ts';
import { whyNotPublic } from './why-not-public.part.ts';

/** What the gate calls when a second person has approved a notice. */
export const PUBLIC_NOTICE_PUBLISHERS: Publishers = { [PUBLIC_NOTICE_SUBJECT]: publishPublicNotice };

/**
 * Publishes a notice exactly as it was approved: now, or at the later moment it names. Its end is computed from
 * when residents can read it, whatever was hoped for when it was written.
 */
async function publishPublicNotice(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  const { content } = piece;
  const texts = Object.fromEntries(content.texts.map(({ field, text }) => [field, text]));
  const input = publicNoticeForm.parse({
    ...content.payload,
    ...texts,
    reason: pieceText(content, 'reason'),
  });
  const refusal = await whyNotPublic(tx, input, piece.orgId);
  if (refusal) return { ok: false, refusal };
  const isLater = input.startsAt !== null && input.startsAt > tx.now;
  const startsAt = isLater && input.startsAt ? input.startsAt : tx.now;
  const endsAt = endOfPeriod(await loadCalendar(tx), startsAt, input.days);
  if (!endsAt.ok) return endsAt;
  const rule = periodOf(input.kind, dateKey(tx.now));
  const month = dateKey(tx.now).slice(2, 7).replace('-', '');
  const number = await nextPublicNumber(tx, `${rule.objections ? 'GS' : 'GG'}-${month}`);
  const period = { startsAt, endsAt: endsAt.value, takesObjections: rule.objections };
  const sealed_text = await sealedText(tx, piece.orgId, number, input, period);
  const content_hash = textHash(sealed_text);
  const tokens = searchTokens(`${number} ${input.title} ${input.body} ${input.basis}`);
  await insertPublic(tx, tokens, {
    id: piece.subjectId,
    number,
    state: isLater ? 'SCHEDULED' : 'LIVE',
    kind: input.kind,
    title: input.title,
    body: input.body,
    basis: input.basis,
    estate_ids: [...new Set(input.estateIds)],
    building_ids: [...new Set(input.buildingIds)],
    days: input.days,
    takes_objections: rule.objections,
    starts_at: startsAt,
    ends_at: endsAt.value,
    emergency_reason: input.emergency ? input.emergencyReason : null,
    contact_phone: input.contactPhone,
    desk: input.desk,
    issuer_org_id: piece.orgId,
    issuer_post_id: piece.postId,
    approved_at: tx.now,
    supersedes_id: input.replacesId,
    sealed_text,
    content_hash,
  });
  await tell(tx, piece, input, { number, isLater, contentHash: content_hash });
  if (input.replacesId) await putBehind(tx, input.replacesId, piece.subjectId, number, input.reason);
  await tx.publicPagesChanged();
  return ok();
}

/** Says in the trail that it was announced, where and under which seal. */
async function tell(
  tx: Tx,
  piece: ApprovedPiece,
  input: PublicNoticeInput,
  out: { readonly number: string; readonly isLater: boolean; readonly contentHash: string },
): Promise<void> {
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: piece.subjectId,
    kind: PUBLIC_NOTICE_EVENTS.announced,
    to: out.isLater ? 'SCHEDULED' : 'LIVE',
    reason: input.emergency ? input.emergencyReason : null,
    data: {
      number: out.number,
      kind: input.kind,
      estateIds: input.estateIds,
      buildingIds: input.buildingIds,
      emergency: input.emergency,
      issuerOrgId: piece.orgId,
      contentHash: out.contentHash,
    },
  });
}

/** The old notice stays readable behind the one that stands in its place. */
async function putBehind(tx: Tx, oldId: string, id: string, number: string, reason: string): Promise<void> {
  const old = (await lockPublic(tx, oldId))!;
  await updatePublic(tx, oldId, { state: 'SUPERSEDED', superseded_by_id: id, superseded_reason: reason });
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: oldId,
    kind: PUBLIC_NOTICE_EVENTS.replaced,
    from: old.state,
    to: 'SUPERSEDED',
    reason,
    data: { by: number },
  });
}

/** Everything the notice says, in one text whose SHA-256 is its seal: anybody may compute it again. */
async function sealedText(
  tx: Tx,
  orgId: string,
  number: string,
  input: PublicNoticeInput,
  period: { readonly startsAt: Date; readonly endsAt: Date; readonly takesObjections: boolean },
): Promise<string> {
  const issuer = (await organisationsByIds(tx, [orgId])).get(orgId);
  const estates = (await placeTree(tx)).filter(({ id }) => input.estateIds.includes(id));
  const { kind, title, body, basis, days, contactPhone, desk } = input;
  return canonical({
    number,
    kind,
    title,
    body,
    basis,
    days,
    contactPhone,
    desk,
    issuer: issuer?.nameZh ?? '',
    estates: estates.map(({ nameZh }) => nameZh),
    buildings: estates
      .flatMap((estate) => estate.buildings.filter(({ id }) => input.buildingIds.includes(id)))
      .map((building) => building.number),
    takesObjections: period.takesObjections,
    startsAt: period.startsAt.toISOString(),
    endsAt: period.endsAt.toISOString(),
  });
}
