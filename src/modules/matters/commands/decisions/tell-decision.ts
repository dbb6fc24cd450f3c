import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type DecisionEvent, type DecisionNews, MATTER_SUBJECT } from '../../contract.ts';
import { mattersThere } from '../../store/decisions.ts';

/**
 * Tells matters what a meeting resolved about them and what became of it: a line on each one's timeline, which its
 * reporter reads too. Says nothing of its state: the matter's own clock keeps running (domain brief §4.2).
 *
 * @param matterIds those that are not there are passed over.
 * @returns ids of those that were told.
 * @source seed S13; domain brief §4.2, §4.4; issue 4, section 3
 */
export async function tellDecision(
  tx: Tx,
  matterIds: readonly string[],
  kind: DecisionEvent,
  news: DecisionNews,
): Promise<string[]> {
  const there = await mattersThere(tx, matterIds);
  for (const { id, status } of there) {
    await appendEvent(tx, {
      subjectKind: MATTER_SUBJECT,
      subjectId: id,
      kind,
      from: status,
      to: status,
      data: news,
    });
  }
  return there.map(({ id }) => id);
}
