import { lastOf } from '#modules/escalations/store/escalations.ts';
import { candidates } from '#modules/meetings/queries/candidates.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Lived } from '../step.ts';
import type { DemoResolution } from './resolved.ts';

/** What climbed to this meeting, when the resolution is about a matter that did by then. */
export async function climbedFor(tx: Tx, bodyId: string, { from = [] }: DemoResolution, lived: Lived) {
  const climbs = await Promise.all(
    from.flatMap((story) => lived.matters.get(story) ?? []).map((id) => lastOf(tx, id)),
  );
  const waiting = await candidates(tx, bodyId);
  return waiting.find((one) => climbs.some((climb) => one.sourceId === climb?.id));
}
