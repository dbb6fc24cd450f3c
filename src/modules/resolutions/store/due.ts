import type { Tx } from '#platform/db/database.ts';
import { OVER } from '../contract.ts';
import { type ActionWithResolution, joinedActions } from './resolutions.ts';

/** Open actions that posts answer for, those due first on top. */
export function openRowsOfPosts(
  tx: Tx,
  postIds: readonly string[],
  limit: number,
): Promise<ActionWithResolution[]> {
  if (postIds.length === 0) return Promise.resolve([]);
  return joinedActions(tx)
    .where('a.post_id', 'in', [...postIds])
    .where('a.state', 'not in', [...OVER])
    .orderBy('a.due_on')
    .orderBy('r.code')
    .orderBy('a.number')
    .limit(limit)
    .execute();
}
