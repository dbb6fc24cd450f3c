import type { Result } from '#kernel/result.ts';
import { ok } from '#kernel/result.ts';
import {
  escalationDecided,
  escalationLeftToOwners,
  escalationSentBack,
  matterOfEscalation,
} from '#modules/escalations/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ItemSource, Outcome } from '../contract/meetings.ts';
import { RESOLVING_OUTCOMES } from '../rules/meeting-lifecycle.ts';
import { type ItemRow, itemById } from '../store/agenda.ts';

/** What an item is about. */
type Origin = { readonly source: ItemSource; readonly sourceId: string | null };

/** What an item began as: what was put off or not reached comes back under a new one. */
async function originOf(tx: Tx, item: ItemRow): Promise<Origin> {
  let at: ItemRow = item;
  while (at.source === 'LEFT_OVER' && at.source_id) {
    const before = await itemById(tx, at.source_id);
    if (!before) break;
    at = before;
  }
  return { source: at.source, sourceId: at.source_id };
}

/** Matters an item is about; what is resolved on it flows back to them. */
export async function mattersOfItem(tx: Tx, item: ItemRow): Promise<string[]> {
  const { source, sourceId } = await originOf(tx, item);
  if (!sourceId) return [];
  if (source === 'MATTER') return [sourceId];
  const matterId = source === 'ESCALATION' ? await matterOfEscalation(tx, sourceId) : null;
  return matterId ? [matterId] : [];
}

/**
 * Tells what climbed how the meeting concluded it without a resolution, which tells of itself: agreed, left to the
 * owners, or back to the general branch, which takes another way.
 *
 * @source domain brief §3.7 (outcomes), §4.2
 */
export async function escalationConcluded(
  tx: Tx,
  item: ItemRow,
  outcome: Outcome,
  text: string,
): Promise<Result<void>> {
  const { source, sourceId: escalationId } = await originOf(tx, item);
  if (source !== 'ESCALATION' || !escalationId) return ok();
  if (outcome === 'TO_OWNERS') return escalationLeftToOwners(tx, { escalationId, text });
  if (RESOLVING_OUTCOMES.includes(outcome))
    return escalationDecided(tx, { escalationId, text, actionIds: [] });
  return escalationSentBack(tx, { escalationId, text });
}
