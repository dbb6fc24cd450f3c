import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_EVENTS, HEARING_SUBJECTS } from '../../contract/hearing.ts';
import type { AnswerOpinion } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { hearingById, lockRound } from '../../store/hearing/hearings.ts';
import { lockOpinion, updateOpinion } from '../../store/hearing/opinions.ts';

/**
 * Says what becomes of an opinion, and why: by the residents' committee or the organisation that decides. It may be
 * said anew until the answers are published.
 *
 * @returns refusals: not there; not theirs; before the hearing was held or after the answers went out; changed
 *   meanwhile.
 * @source domain brief §3.6 "decision must answer each opinion", §4.3 "采纳/部分/不采纳+理由"
 */
export async function answerOpinion(tx: Tx, input: AnswerOpinion): Promise<Result<void>> {
  const row = await lockOpinion(tx, input.opinionId);
  const hearing = row && (await hearingById(tx, row.hearing_id));
  const round = row && (await lockRound(tx, row.round_id));
  if (!row || !hearing || !round) return refuse('meetings.opinion-not-found');
  const refusal = mayHear(tx.actor, 'answer-opinion', { deciderOrgId: hearing.decider_org_id });
  if (refusal) return { ok: false, refusal };
  if (roundAfter('answer-opinion', round.state) === null) return refuse('meetings.not-in-this-state');
  if (row.version !== input.version) return refuse('meetings.changed-meanwhile');
  const answered_by_post_id = tx.actor.post?.postId ?? null;
  await updateOpinion(tx, row.id, { verdict: input.verdict, answer: input.answer, answered_by_post_id });
  await appendEvent(tx, {
    subjectKind: HEARING_SUBJECTS.hearing,
    subjectId: hearing.id,
    kind: HEARING_EVENTS.opinionAnswered,
    data: { roundId: round.id, opinionId: row.id, number: row.number, verdict: input.verdict },
  });
  return ok();
}
