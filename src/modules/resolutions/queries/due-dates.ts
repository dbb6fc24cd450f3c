import type { Tx } from '#platform/db/database.ts';
import { openRowsOfPosts } from '../store/due.ts';

/** When an action of a post is due; `R-2026-09/1`. */
export type DueDate = {
  readonly id: string;
  readonly name: string;
  readonly task: string;
  readonly measure: string;
  readonly dueOn: string;
  /** Goes up with every change. */
  readonly version: number;
};

const MOST = 300;

/** What is still to be done by posts, and by when. */
export async function dueDatesOf(tx: Tx, postIds: readonly string[]): Promise<DueDate[]> {
  return (await openRowsOfPosts(tx, postIds, MOST)).map((row) => ({
    id: row.id,
    name: `${row.code}/${row.number}`,
    task: row.task,
    measure: row.measure,
    dueOn: row.due_on,
    version: row.version,
  }));
}
