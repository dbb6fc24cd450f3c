import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { batchById, type ImportBatch, type ImportState, updateBatch } from '../../store/import/batches.ts';
import { deleteStaging, effectSteps } from '../../store/import/staging.ts';

/** The batch in a state in which this may be decided. */
async function decidable(
  tx: Tx,
  batchId: string,
  states: readonly ImportState[],
): Promise<Result<ImportBatch>> {
  const may = mayKeep(tx.actor, 'import-register');
  if (!may.ok) return may;
  const batch = await batchById(tx, batchId, true);
  if (!batch) return refuse('registry.import-unknown');
  return states.includes(batch.state) ? ok(batch) : refuse('registry.import-already-decided');
}

function told(tx: Tx, batch: ImportBatch, kind: string, to: ImportState): Promise<void> {
  return appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.importBatch,
    subjectId: batch.id,
    kind,
    from: batch.state,
    to,
    data: { new: batch.newRows, changed: batch.changedRows, rejected: batch.rejectedRows },
  });
}

/**
 * Has the new and changed rows of a preview written into the register. Done twice it is done once: a batch
 * that is being written, or has been, is left alone.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.import-unknown`, `registry.import-already-decided`,
 * `registry.import-changes-nothing`.
 */
export async function commitImport(tx: Tx, batchId: string): Promise<Result<void>> {
  const batch = await decidable(tx, batchId, ['PREVIEWED', 'COMMITTING', 'COMMITTED']);
  if (!batch.ok) return batch;
  if (batch.value.state !== 'PREVIEWED') return ok();
  if (batch.value.newRows + batch.value.changedRows === 0) return refuse('registry.import-changes-nothing');
  await updateBatch(tx, batchId, {
    state: 'COMMITTING',
    doneRows: 0,
    refusal: null,
    committedBy: tx.actor.personId,
  });
  await told(tx, batch.value, REGISTRY_EVENTS.importAsked, 'COMMITTING');
  return ok();
}

/**
 * Throws an uploaded sheet away with all that was read of it. The register is as it was.
 *
 * @returns refusals as {@link commitImport}, and `registry.import-half-done` when some rows are written.
 */
export async function discardImport(tx: Tx, batchId: string): Promise<Result<void>> {
  const batch = await decidable(tx, batchId, ['MAPPING', 'READING', 'PREVIEWED']);
  if (!batch.ok) return batch;
  if ((await effectSteps(tx, batchId)) > 0) return refuse('registry.import-half-done');
  await deleteStaging(tx, batchId, 'NOTHING');
  await updateBatch(tx, batchId, { state: 'DISCARDED', endedAt: tx.now, refusal: null });
  await told(tx, batch.value, REGISTRY_EVENTS.importDiscarded, 'DISCARDED');
  return ok();
}

/**
 * Has a committed import taken back; the work itself checks whether anything depends on it.
 *
 * @returns refusals as {@link commitImport}, and `registry.import-too-old` when what was before is no longer kept.
 */
export async function undoImport(tx: Tx, batchId: string): Promise<Result<void>> {
  const batch = await decidable(tx, batchId, ['COMMITTED']);
  if (!batch.ok) return batch;
  if ((await effectSteps(tx, batchId)) === 0) return refuse('registry.import-too-old');
  await updateBatch(tx, batchId, { state: 'UNDOING', refusal: null });
  await told(tx, batch.value, REGISTRY_EVENTS.importAsked, 'UNDOING');
  return ok();
}
