import { personConcerned } from '#kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Choice, type DeliveryState, TOPICS, type Topic, type Urgency, type Way } from '../contract.ts';
import { deliveryState } from '../rules/delivery.ts';
import { choicesOf, countUnread, type NotificationRow, ownRow, rungRows } from '../store/notifications.ts';
import { type News, newsOf } from './news.ts';

/** One line of somebody's bell. */
export type BellLine = {
  readonly id: string;
  readonly news: News;
  readonly urgency: Urgency;
  readonly way: Way;
  readonly state: DeliveryState;
  /** When it rang; lines of one digest have the same. */
  readonly at: Date;
};

const MOST = 100;

/** What has rung for the person of the session, the latest first. */
export async function ownBell(tx: Tx): Promise<BellLine[]> {
  const personId = personConcerned(tx.actor);
  if (personId === null) return [];
  const rows = await rungRows(tx, personId, MOST);
  const news = await newsOf(tx, rows);
  return rows.flatMap((row, i) => lineOf(row, news[i] ?? null, tx.now));
}

/** What one of one's own notifications tells; null for somebody else's and when its subject is gone. */
export async function ownNews(tx: Tx, id: string): Promise<News | null> {
  const personId = personConcerned(tx.actor);
  const row = personId === null ? undefined : await ownRow(tx, personId, id);
  return row ? ((await newsOf(tx, [row]))[0] ?? null) : null;
}

/** How many wait to be read by a person; for the header of their own pages. */
export function unreadOf(tx: Tx, personId: string): Promise<number> {
  return countUnread(tx, personId);
}

/** How the person of the session is told, by topic. */
export async function ownWays(tx: Tx): Promise<Readonly<Record<Topic, Choice>>> {
  const personId = personConcerned(tx.actor);
  const chosen = personId === null ? new Map<string, Choice>() : await choicesOf(tx, [personId]);
  return Object.fromEntries(
    TOPICS.map((topic) => [topic, chosen.get(`${personId} ${topic}`) ?? 'BELL']),
  ) as Record<Topic, Choice>;
}

function lineOf(row: NotificationRow, news: News | null, now: Date): BellLine[] {
  if (!news) return [];
  return [
    {
      id: row.id,
      news,
      urgency: row.urgency as Urgency,
      way: row.way as Way,
      state: deliveryState({ dueAt: row.due_at, readAt: row.read_at }, now),
      at: row.due_at,
    },
  ];
}
