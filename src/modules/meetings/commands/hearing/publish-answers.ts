import { ok, type Result, refuse } from '#kernel/result.ts';
import { openPiece } from '#modules/redaction/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_SUBJECTS } from '../../contract/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { allAnswered } from '../../rules/hearing/answers.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { hearingById, lockRound } from '../../store/hearing/hearings.ts';
import { opinionsOfRound } from '../../store/hearing/opinions.ts';

/**
 * Brings the record and the response table of a round to the gate: every opinion with what becomes of it and why, none
 * left out. Everybody reads it once a second person has approved it.
 *
 * @returns refusals: not the residents' committee; not there; not held, or out already; an opinion without an answer.
 * @source domain brief §4.3 "response table published"; Shanghai Residents' Committee Regulations art. 17
 */
export async function publishAnswers(
  tx: Tx,
  input: { readonly roundId: string },
): Promise<Result<{ pieceId: string }>> {
  const refusal = mayHear(tx.actor, 'publish-answers');
  if (refusal) return { ok: false, refusal };
  const { post } = tx.actor;
  const round = await lockRound(tx, input.roundId);
  const hearing = round && (await hearingById(tx, round.hearing_id));
  if (!round || !hearing || !post) return refuse('meetings.hearing-not-found');
  if (roundAfter('publish-answers', round.state) === null) return refuse('meetings.not-in-this-state');
  const opinions = await opinionsOfRound(tx, round.id);
  const all = allAnswered(opinions);
  if (!all.ok) return all;
  const opened = await openPiece(tx, {
    subject: { kind: HEARING_SUBJECTS.answers, id: round.id },
    orgId: post.orgId,
    content: {
      texts: [
        { field: 'record', text: round.record ?? '', most: 5000 },
        ...opinions.flatMap(({ number, text, answer }) => [
          { field: `opinion-${number}`, text, most: 1000 },
          { field: `answer-${number}`, text: answer ?? '', most: 1000 },
        ]),
      ],
      facts: [{ key: 'hearing', zh: hearing.title, en: hearing.title }],
      // What was answered how: the table that is approved is the table that goes out.
      payload: { versions: Object.fromEntries(opinions.map(({ id, version }) => [id, version])) },
    },
  });
  return opened.ok ? ok({ pieceId: opened.value.pieceId }) : opened;
}
