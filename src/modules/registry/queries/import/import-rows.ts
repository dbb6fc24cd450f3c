import { maskPhone } from '#kernel/contact.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayKeep } from '../../permissions.ts';
import type { RejectedDetail, UnitDetail } from '../../rules/import/row-detail.ts';
import { batchById, type ImportBatch } from '../../store/import/batches.ts';
import { type OpenedRow, previewedRows, type RowOutcome, stagedRows } from '../../store/import/staging.ts';

export const PAGE_ROWS = 50;

/** A row of a preview, phones masked. */
export type ShownRow = {
  readonly number: number;
  readonly outcome: RowOutcome;
  readonly unit: Omit<UnitDetail, 'stamp' | 'cells' | 'ids'> | null;
  readonly rejected: RejectedDetail | null;
};

/** A page of the rows of one outcome, in the order of the sheet. Refusals as `importView`. */
export async function importRows(
  tx: Tx,
  id: string,
  outcome: RowOutcome,
  page: number,
): Promise<Result<readonly ShownRow[]>> {
  const may = mayKeep(tx.actor, 'import-register');
  if (!may.ok) return may;
  if (!(await batchById(tx, id))) return refuse('registry.import-unknown');
  const rows = await previewedRows(tx, id, {
    outcomes: [outcome],
    skip: (page - 1) * PAGE_ROWS,
    most: PAGE_ROWS,
  });
  return { ok: true, value: rows.map(shown) };
}

function shown({ number, outcome, detail }: OpenedRow): ShownRow {
  const none = { number, outcome, unit: null, rejected: null };
  if (detail === null) return none;
  if (outcome === 'REJECTED') return { ...none, rejected: masked(detail as RejectedDetail) };
  const { stamp: _stamp, cells: _cells, ids: _ids, ...unit } = detail as UnitDetail;
  return {
    ...none,
    unit: {
      ...unit,
      begins: unit.begins.map((one) => ({ ...one, phone: one.phone && maskPhone(one.phone) })),
      phones: unit.phones.map((one) => ({ ...one, phone: maskPhone(one.phone) })),
    },
  };
}

/** Whole phone numbers are not needed to see why a row was not taken in. */
function masked({ reasons, cells }: RejectedDetail): RejectedDetail {
  return { reasons, cells: cells.map((cell) => cell.normalize('NFKC').replace(/1\d{10}/g, maskPhone)) };
}

export type RejectedSheet = {
  readonly batch: ImportBatch;
  /** Title and heading rows as they were uploaded. */
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly RejectedDetail[];
};

/** The rejected rows as they were uploaded, with the rows above them. Refusals as `importView`. */
export async function rejectedRows(tx: Tx, id: string): Promise<Result<RejectedSheet>> {
  const may = mayKeep(tx.actor, 'import-register');
  if (!may.ok) return may;
  const batch = await batchById(tx, id);
  if (!batch) return refuse('registry.import-unknown');
  const first = await stagedRows(tx, id, 0, 1);
  const rows = await previewedRows(tx, id, { outcomes: ['REJECTED'], most: 200_000 });
  return {
    ok: true,
    value: {
      batch,
      head: first.filter((row) => row.number <= batch.headRows).map((row) => row.cells),
      rows: rows.map((row) => row.detail as RejectedDetail),
    },
  };
}

export type { RowOutcome };
