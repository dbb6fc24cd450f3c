import type { ApprovedPiece } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_EVENTS, HEARING_SUBJECTS } from '../../contract/hearing.ts';
import { type AnnounceHearing, announceForm } from '../../forms/hearing.ts';
import {
  hearingById,
  insertHearing,
  insertRound,
  nextCode,
  roundById,
  roundsOf,
} from '../../store/hearing/hearings.ts';
import { mayBeAnnounced } from './announce-hearing.ts';

/**
 * Announces a hearing or another round exactly as it was approved, by the gate; the days before it count from now.
 *
 * @returns refusals as when it was written, and that it was announced already.
 */
export async function publishApprovedAnnouncement(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  const { content } = piece;
  const texts = Object.fromEntries(content.texts.map(({ field, text }) => [field, text]));
  const input = announceForm.parse({ ...content.payload, ...texts });
  const may = await mayBeAnnounced(tx, input);
  if (!may.ok) return may;
  if (await roundById(tx, input.roundId)) return refuse('meetings.announced-already');
  const hearing = await hearingOf(tx, input, piece);
  const number = (await roundsOf(tx, [hearing.id])).length + 1;
  await insertRound(tx, {
    id: input.roundId,
    hearing_id: hearing.id,
    number,
    stage: input.stage,
    question: input.question,
    background: input.background,
    state: 'RECRUITING',
    rules_version_id: may.value.rulesId,
    announced_on: dateKey(tx.now),
    recruits_until: input.recruitsUntil,
    starts_at: input.startsAt,
    place: input.place,
  });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: HEARING_SUBJECTS.hearing,
    subjectId: hearing.id,
    kind: HEARING_EVENTS.announced,
    to: 'RECRUITING',
    data: { code: hearing.code, roundId: input.roundId, number, recruitsUntil: input.recruitsUntil },
  });
  return ok();
}

/** The hearing of another round, or a new one in the name of whoever brought it. */
async function hearingOf(tx: Tx, input: AnnounceHearing, piece: ApprovedPiece) {
  const known = input.hearingId ? await hearingById(tx, input.hearingId) : undefined;
  if (known) return known;
  const row = {
    // Its first round names it, so that whoever announced it knows where it will stand.
    id: input.roundId,
    code: await nextCode(tx, 'meetings.hearing', `H-${dateKey(tx.now).slice(0, 4)}-`),
    title: input.title,
    affected_text: input.affectedText,
    estate_id: input.estateId,
    decider_org_id: input.deciderOrgId,
    announced_at: tx.now,
    announced_by_org_id: piece.orgId,
    announced_by_post_id: piece.postId,
  };
  await insertHearing(tx, row);
  return row;
}
