import { matterOfEscalation } from '#modules/escalations/facade.server.ts';
import { briefOfMatter } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ItemSource } from '../contract/meetings.ts';
import { itemById } from '../store/agenda.ts';
import { meetingFile } from './meeting-file.ts';

/**
 * The one-page brief of an item: what is to be decided, what is known, ways to settle it, what each party says.
 * Null: not there, or not for the reader.
 *
 * @source domain brief §4.3 (agenda item record)
 */
export async function itemBrief(tx: Tx, meetingId: string, itemId: string) {
  const file = await meetingFile(tx, meetingId);
  const item = file?.items.find((one) => one.id === itemId && !one.isEarlier);
  if (!file || !item) return null;
  const matterId = await matterBehind(tx, itemId);
  return { file, item, matter: matterId ? await briefOfMatter(tx, matterId) : null };
}

/** The matter an item is about, also through earlier meetings that did not settle it. */
async function matterBehind(tx: Tx, itemId: string): Promise<string | null> {
  const seen = new Set<string>();
  for (let id = itemId; !seen.has(id); ) {
    seen.add(id);
    const row = await itemById(tx, id);
    const source: ItemSource | undefined = row?.source;
    if (!row?.source_id) return null;
    if (source === 'MATTER') return row.source_id;
    if (source === 'ESCALATION') return matterOfEscalation(tx, row.source_id);
    if (source !== 'LEFT_OVER') return null;
    id = row.source_id;
  }
  return null;
}
