import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
import { TOPICS } from '../contract.ts';
import { choicesOf, latestRows } from '../store/notifications.ts';

const MOST = 500;

/** What notifications hold about a person: of what they were told and when, and how they chose to be told. */
export async function personalDataOf(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const topic = (code: string) => ({ code, words: `notifications.topic.${code}` });
  const choices = await choicesOf(tx, [personId]);
  const rows = await latestRows(tx, personId, MOST);
  return [
    {
      kind: 'notifications',
      rows: rows.map((row) => ({ at: row.made_at, topic: topic(row.topic), readAt: row.read_at })),
    },
    {
      kind: 'notification-ways',
      rows: TOPICS.flatMap((one) => {
        const way = choices.get(`${personId} ${one}`);
        return way ? [{ topic: topic(one), way: { code: way, words: `notifications.way.${way}` } }] : [];
      }),
    },
  ];
}
