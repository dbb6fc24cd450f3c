import { type ApprovedPiece, pieceText } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Publishers } from '#platform/http/services.ts';
import { HEARING_EVENTS, HEARING_SUBJECTS } from '../../contract/hearing.ts';
import { verdictCounts } from '../../rules/hearing/answers.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { lockRound, updateRound } from '../../store/hearing/hearings.ts';
import { type OpinionRow, opinionsOfRound, updateOpinion } from '../../store/hearing/opinions.ts';
import { forgetContacts } from '../../store/hearing/sign-ups.ts';
import { publishApprovedAnnouncement } from './publish-approved-announcement.ts';

/** What the gate calls when a second person has approved something of a hearing. */
export const HEARING_PUBLISHERS: Publishers = {
  [HEARING_SUBJECTS.hearing]: publishApprovedAnnouncement,
  [HEARING_SUBJECTS.answers]: publishApprovedAnswers,
};

/**
 * Publishes record and response table exactly as approved. Names and phones of those who signed up are taken away:
 * what they were for is over.
 *
 * @returns refusals: not held any more; an opinion or answer came or changed since it went to the gate.
 */
async function publishApprovedAnswers(tx: Tx, piece: ApprovedPiece): Promise<Result<void>> {
  const round = await lockRound(tx, piece.subjectId);
  if (!round) return refuse('meetings.hearing-not-found');
  const to = roundAfter('publish-answers', round.state);
  if (to !== 'ANSWERED') return refuse('meetings.not-in-this-state');
  const opinions = await opinionsOfRound(tx, round.id);
  if (!sameAs(piece, opinions)) return refuse('meetings.answers-changed-meanwhile');
  for (const { id, number } of opinions)
    await updateOpinion(tx, id, {
      public_text: pieceText(piece.content, `opinion-${number}`),
      public_answer: pieceText(piece.content, `answer-${number}`),
    });
  const public_record = pieceText(piece.content, 'record');
  await updateRound(tx, round.id, { state: to, answered_at: tx.now, public_record });
  await forgetContacts(tx, round.id);
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: HEARING_SUBJECTS.hearing,
    subjectId: round.hearing_id,
    kind: HEARING_EVENTS.answered,
    from: round.state,
    to,
    data: { roundId: round.id, number: round.number, ...verdictCounts(opinions) },
  });
  return ok();
}

function sameAs(piece: ApprovedPiece, opinions: readonly OpinionRow[]): boolean {
  const approved = piece.content.payload.versions as Readonly<Record<string, number>>;
  return (
    Object.keys(approved).length === opinions.length &&
    opinions.every((one) => approved[one.id] === one.version)
  );
}
