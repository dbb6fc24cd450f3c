import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type ClimbEvent, type ClimbNews, MATTER_SUBJECT } from '../../contract.ts';
import { mattersThere } from '../../store/decisions.ts';

/**
 * Tells a matter that it climbed, where to, and what came of it: a line on its timeline, which its reporter reads too.
 * Says nothing of its state: the matter's own clock keeps running.
 *
 * @param matterId one that is not there is passed over.
 * @source domain brief §4.2; issue 4, section 3
 */
export async function tellClimb(tx: Tx, matterId: string, kind: ClimbEvent, news: ClimbNews): Promise<void> {
  for (const { id, status } of await mattersThere(tx, [matterId]))
    await appendEvent(tx, {
      subjectKind: MATTER_SUBJECT,
      subjectId: id,
      kind,
      from: status,
      to: status,
      data: news,
    });
}
