import { sql } from 'kysely';
import type { Refusal } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AreaSource, Day } from '../../contract.ts';

export type ImportState =
  | 'MAPPING'
  | 'READING'
  | 'PREVIEWED'
  | 'COMMITTING'
  | 'COMMITTED'
  | 'UNDOING'
  | 'UNDONE'
  | 'DISCARDED';

/** What holds for every row of a sheet. */
export type ImportSettings = {
  readonly estateId: string | null;
  readonly estateName: string;
  readonly areaSource: AreaSource;
  /** First day of holdings that begin. */
  readonly fromDay: Day;
};

/** Places that are missing, as {@link import('../../rules/import/place-book.ts').Places} keeps them. */
export type ImportPlan = {
  readonly estates: readonly { id: string; code: string; name: string; lane: string }[];
  readonly buildings: readonly { id: string; estateId: string; code: string; number: number }[];
  readonly stairwells: readonly {
    id: string;
    estateId: string;
    buildingId: string;
    code: string;
    number: number;
  }[];
};

export type ImportBatch = {
  readonly id: string;
  readonly kind: 'UNITS' | 'POSTS';
  readonly state: ImportState;
  readonly fileName: string;
  readonly sheetName: string;
  readonly otherSheets: number;
  readonly headRows: number;
  readonly headings: readonly string[];
  readonly mapping: readonly (string | null)[];
  readonly settings: ImportSettings;
  readonly plan: ImportPlan;
  readonly totalRows: number;
  readonly doneRows: number;
  readonly newRows: number;
  readonly changedRows: number;
  readonly unchangedRows: number;
  readonly rejectedRows: number;
  readonly refusal: Refusal | null;
  readonly uploadedAt: Date;
  readonly uploadedBy: string | null;
  readonly committedAt: Date | null;
  readonly endedAt: Date | null;
};

const COLUMNS = [
  'id',
  'kind',
  'state',
  'file_name as fileName',
  'sheet_name as sheetName',
  'other_sheets as otherSheets',
  'head_rows as headRows',
  'headings',
  'mapping',
  'settings',
  'plan',
  'total_rows as totalRows',
  'done_rows as doneRows',
  'new_rows as newRows',
  'changed_rows as changedRows',
  'unchanged_rows as unchangedRows',
  'rejected_rows as rejectedRows',
  'refusal',
  'uploaded_at as uploadedAt',
  'uploaded_by as uploadedBy',
  'committed_at as committedAt',
  'ended_at as endedAt',
] as const;

function batches(tx: Tx) {
  return tx
    .schema('registry')
    .selectFrom('registry.import_batch')
    .select(COLUMNS)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);
}

/** A batch of this neighborhood, or null; `lock`: nobody else changes it until commit. */
export async function batchById(tx: Tx, id: string, lock = false): Promise<ImportBatch | null> {
  const row = await batches(tx)
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  return (row as ImportBatch | undefined) ?? null;
}

/** The oldest batch with work to do that no other copy of the program is at, or null; locked until commit. */
export async function claimWork(tx: Tx): Promise<ImportBatch | null> {
  const row = await batches(tx)
    .where('state', 'in', ['READING', 'COMMITTING', 'UNDOING'])
    .orderBy('uploaded_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return (row as ImportBatch | undefined) ?? null;
}

/** The latest batches, newest first. */
export async function latestBatches(tx: Tx, most: number): Promise<ImportBatch[]> {
  const rows = await batches(tx).orderBy('uploaded_at', 'desc').limit(most).execute();
  return rows as unknown as ImportBatch[];
}

export type NewBatch = Pick<
  ImportBatch,
  'id' | 'kind' | 'fileName' | 'sheetName' | 'otherSheets' | 'headRows' | 'headings' | 'mapping' | 'settings'
>;

export async function insertBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.import_batch')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id: batch.id,
      kind: batch.kind,
      state: 'MAPPING',
      file_name: batch.fileName,
      sheet_name: batch.sheetName,
      other_sheets: batch.otherSheets,
      head_rows: batch.headRows,
      headings: JSON.stringify(batch.headings),
      mapping: JSON.stringify(batch.mapping),
      settings: JSON.stringify(batch.settings),
      uploaded_at: tx.now,
      uploaded_by: tx.actor.personId,
    })
    .execute();
}

type Counts = Pick<ImportBatch, 'doneRows' | 'newRows' | 'changedRows' | 'unchangedRows' | 'rejectedRows'>;
export type BatchChange = Partial<
  Counts &
    Pick<
      ImportBatch,
      | 'sheetName'
      | 'otherSheets'
      | 'kind'
      | 'state'
      | 'headRows'
      | 'headings'
      | 'mapping'
      | 'settings'
      | 'plan'
      | 'totalRows'
      | 'refusal'
    > & {
      committedAt: Date;
      committedBy: string | null;
      endedAt: Date;
    }
>;

const NAMES: Readonly<Record<keyof BatchChange, string>> = {
  kind: 'kind',
  state: 'state',
  headRows: 'head_rows',
  headings: 'headings',
  mapping: 'mapping',
  settings: 'settings',
  sheetName: 'sheet_name',
  otherSheets: 'other_sheets',
  plan: 'plan',
  totalRows: 'total_rows',
  doneRows: 'done_rows',
  newRows: 'new_rows',
  changedRows: 'changed_rows',
  unchangedRows: 'unchanged_rows',
  rejectedRows: 'rejected_rows',
  refusal: 'refusal',
  committedAt: 'committed_at',
  committedBy: 'committed_by',
  endedAt: 'ended_at',
};

export async function updateBatch(tx: Tx, id: string, change: BatchChange): Promise<void> {
  const entries = Object.entries(change).map(([key, value]) => {
    const isJson = typeof value === 'object' && value !== null && !(value instanceof Date);
    return [NAMES[key as keyof BatchChange], isJson ? JSON.stringify(value) : value];
  });
  await tx
    .schema('registry')
    .updateTable('registry.import_batch')
    .set(Object.fromEntries(entries))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}

/** The mapping somebody here chose for a sheet with these headings, or null. */
export async function rememberedMapping(tx: Tx, fingerprint: string) {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.import_mapping')
    .select(['kind', 'mapping'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst();
  return row ? { kind: row.kind as 'UNITS' | 'POSTS', mapping: row.mapping as (string | null)[] } : null;
}

export async function rememberMapping(
  tx: Tx,
  fingerprint: string,
  kind: string,
  mapping: readonly (string | null)[],
): Promise<void> {
  const given = { kind, mapping: JSON.stringify(mapping), used_at: tx.now };
  await tx
    .schema('registry')
    .insertInto('registry.import_mapping')
    .values({ neighborhood_id: tx.actor.neighborhoodId, fingerprint, ...given })
    .onConflict((c) => c.columns(['neighborhood_id', 'fingerprint']).doUpdateSet(given))
    .execute();
}

/** One import at a time changes a neighborhood's register. */
export async function lockRegister(tx: Tx): Promise<void> {
  const key = `${tx.actor.neighborhoodId}/register-import`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.schema('registry'));
}

/** Batches nobody decided about since `undecided`, and committed ones older than `committed` that still keep something. */
export function expiredBatches(tx: Tx, undecided: Date, committed: Date) {
  return tx
    .schema('registry')
    .selectFrom('registry.import_batch')
    .select(['id', 'state'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', 'in', ['MAPPING', 'PREVIEWED']), eb('uploaded_at', '<', undecided)]),
        eb.and([eb('state', '=', 'COMMITTED'), eb('committed_at', '<', committed)]),
      ]),
    )
    .limit(20)
    .forUpdate()
    .skipLocked()
    .execute();
}
