import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type NeighborhoodProfile, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { insertNeighborhood, neighborhoodRow } from '../../store/places/neighborhood.ts';

/**
 * Sets up the actor's neighborhood; everything else stands on it. Done by the program, never by a person.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.name-missing`, `registry.already-founded`.
 */
export async function foundNeighborhood(
  tx: Tx,
  given: Omit<NeighborhoodProfile, 'id'>,
): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'found-neighborhood');
  if (!may.ok) return may;
  if (given.nameZh.trim() === '' || given.code.trim() === '') return refuse('registry.name-missing');
  if (await neighborhoodRow(tx)) return refuse('registry.already-founded');
  await insertNeighborhood(tx, given);
  const id = tx.actor.neighborhoodId;
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.neighborhood,
    subjectId: id,
    kind: REGISTRY_EVENTS.neighborhoodFounded,
    data: { code: given.code },
  });
  return { ok: true, value: id };
}
