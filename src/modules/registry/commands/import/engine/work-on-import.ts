import { systemActor } from '#kernel/actor.ts';
import { refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../../contract.ts';
import {
  batchById,
  claimWork,
  type ImportBatch,
  lockRegister,
  updateBatch,
} from '../../../store/import/batches.ts';
import { insertPlaces } from '../../../store/import/register-bulk.ts';
import { allPlaces } from '../../../store/import/register-facts.ts';
import {
  deleteStaging,
  deleteWritten,
  effectSteps,
  insertEffect,
  insertPreviewedRows,
  keepRejected,
  type PreviewedRow,
  previewedRows,
  stagedRows,
} from '../../../store/import/staging.ts';
import { PIECE_ROWS } from '../upload-sheet.ts';
import { commitUnits } from './commit-units.ts';
import { planOf, previewUnits } from './preview-units.ts';
import { undoImportWhole } from './undo-units.ts';

/** Pieces of the sheet compared, and rows written, in one transaction. */
const PIECES_AT_ONCE = 8;
const ROWS_AT_ONCE = PIECES_AT_ONCE * PIECE_ROWS;

/**
 * Does the next piece of work of an import in one transaction: compares some rows, writes some, or takes an
 * import back. Progress is part of that transaction, so a program that ends in between goes on where it
 * stopped (docs/decisions/0004).
 *
 * @returns 1 when something was done, 0 when nothing waits.
 */
export async function workOnImport(database: Database, neighborhoodId: string, now: Date): Promise<number> {
  const actor = systemActor(neighborhoodId);
  let claimed: ImportBatch | null = null;
  try {
    return await database.inTransaction(
      actor,
      async (tx) => {
        claimed = await claimWork(tx);
        if (!claimed) return 0;
        if (claimed.state === 'READING') await previewSome(tx, claimed);
        else if (claimed.state === 'COMMITTING') await commitSome(tx, claimed);
        else await undoImportWhole(tx, claimed);
        return 1;
      },
      { now },
    );
  } catch (error) {
    const batch = claimed as ImportBatch | null;
    if (!batch) throw error;
    await database.inTransaction(actor, (tx) => stopped(tx, batch), { now });
    throw error;
  }
}

/** Something went wrong that no row is to blame for: the batch waits where a person can try again. */
async function stopped(tx: Tx, batch: ImportBatch): Promise<void> {
  const state = ({ READING: 'MAPPING', COMMITTING: 'PREVIEWED', UNDOING: 'COMMITTED' } as const)[
    batch.state as 'READING'
  ];
  const now = await batchById(tx, batch.id, true);
  if (now?.state !== batch.state) return;
  await updateBatch(tx, batch.id, { state, refusal: refuse('registry.import-stopped').refusal });
}

async function previewSome(tx: Tx, batch: ImportBatch): Promise<void> {
  const staged = await stagedRows(tx, batch.id, batch.doneRows / PIECE_ROWS, PIECES_AT_ONCE);
  const data = staged.filter((row) => row.number > batch.headRows);
  const { rows, plan } = await previewUnits(tx, batch, data);
  await insertPreviewedRows(tx, batch.id, rows);
  const doneRows = Math.min(batch.totalRows, batch.doneRows + staged.length);
  const ended = doneRows >= batch.totalRows || staged.length === 0;
  const count = (outcome: PreviewedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  await updateBatch(tx, batch.id, {
    plan,
    doneRows: ended ? batch.totalRows : doneRows,
    newRows: batch.newRows + count('NEW'),
    changedRows: batch.changedRows + count('CHANGED'),
    unchangedRows: batch.unchangedRows + count('UNCHANGED'),
    rejectedRows: batch.rejectedRows + count('REJECTED'),
    ...(ended ? { state: 'PREVIEWED' as const } : {}),
  });
}

async function commitSome(tx: Tx, batch: ImportBatch): Promise<void> {
  await lockRegister(tx);
  const step = await effectSteps(tx, batch.id);
  if (step === 0 && !(await makePlaces(tx, batch))) return;
  const opened = await previewedRows(tx, batch.id, {
    outcomes: ['NEW', 'CHANGED'],
    most: ROWS_AT_ONCE,
  });
  if (opened.length === 0) return ended(tx, batch);
  const { effect, rejected } = await commitUnits(tx, batch, opened);
  await insertEffect(tx, batch.id, Math.max(step, 1), effect);
  await deleteWritten(tx, batch.id, opened.at(-1)!.number);
  await updateBatch(tx, batch.id, {
    doneRows: batch.doneRows + opened.length,
    rejectedRows: batch.rejectedRows + rejected,
  });
  if (opened.length < ROWS_AT_ONCE) await ended(tx, batch);
}

/** Makes the places that are missing. When somebody has made one of them by hand meanwhile, all rows are compared anew. */
async function makePlaces(tx: Tx, batch: ImportBatch): Promise<boolean> {
  const plan = planOf(batch);
  const known = await allPlaces(tx);
  const taken =
    plan.estates.some((one) =>
      known.estates.some((other) => other.code === one.code || other.name === one.name),
    ) ||
    plan.buildings.some((one) =>
      known.buildings.some((other) => other.estateId === one.estateId && other.number === one.number),
    ) ||
    plan.stairwells.some((one) =>
      known.stairwells.some((other) => other.estateId === one.estateId && other.code === one.code),
    );
  if (taken) {
    await deleteStaging(tx, batch.id, 'PIECES');
    await updateBatch(tx, batch.id, {
      ...NOTHING_DONE,
      state: 'READING',
      refusal: refuse('registry.import-places-changed').refusal,
    });
    return false;
  }
  const { areas } = await insertPlaces(tx, plan, known.estates.length + 1);
  await insertEffect(tx, batch.id, 0, { kind: 'PLACES', plan, areas });
  return true;
}

/** A batch before any row has been compared. */
export const NOTHING_DONE = {
  plan: { estates: [], buildings: [], stairwells: [] },
  doneRows: 0,
  newRows: 0,
  changedRows: 0,
  unchangedRows: 0,
  rejectedRows: 0,
} as const;

async function ended(tx: Tx, batch: ImportBatch): Promise<void> {
  await keepRejected(tx, batch.id, batch.headRows);
  await updateBatch(tx, batch.id, { state: 'COMMITTED', committedAt: tx.now });
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.importBatch,
    subjectId: batch.id,
    kind: REGISTRY_EVENTS.importCommitted,
    from: 'COMMITTING',
    to: 'COMMITTED',
    data: { kind: batch.kind, new: batch.newRows, changed: batch.changedRows },
  });
}
