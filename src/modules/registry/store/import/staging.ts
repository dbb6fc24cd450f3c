import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';

export type RowOutcome = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'REJECTED';

/** A row of the uploaded sheet, as it was read. */
export type StagedRow = { readonly number: number; readonly cells: readonly string[] };

/** What is known of a row after the preview; `detail` is kept encrypted. */
export type PreviewedRow = {
  readonly number: number;
  readonly outcome: RowOutcome;
  readonly naturalKey: string | null;
  readonly detail: unknown;
};

export async function insertPiece(tx: Tx, batchId: string, piece: number, rows: readonly StagedRow[]) {
  const cipher = tx.vault.encrypt(JSON.stringify(rows.map(({ number, cells }) => [number, cells])));
  await tx
    .schema('registry')
    .insertInto('registry.import_piece')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      batch_id: batchId,
      piece,
      rows: rows.length,
      rows_cipher: cipher,
    })
    .execute();
}

/** Rows of the sheet from piece `from`, `count` pieces of them, in order. */
export async function stagedRows(tx: Tx, batchId: string, from: number, count: number): Promise<StagedRow[]> {
  const pieces = await tx
    .schema('registry')
    .selectFrom('registry.import_piece')
    .select('rows_cipher as cipher')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .where('piece', '>=', from)
    .where('piece', '<', from + count)
    .orderBy('piece')
    .execute();
  return pieces.flatMap(({ cipher }) =>
    (JSON.parse(tx.vault.decrypt(cipher)) as [number, string[]][]).map(([number, cells]) => ({
      number,
      cells,
    })),
  );
}

export async function insertPreviewedRows(
  tx: Tx,
  batchId: string,
  rows: readonly PreviewedRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const json = JSON.stringify(
    rows.map(({ number, outcome, naturalKey, detail }) => ({
      number,
      outcome,
      natural_key: naturalKey,
      cipher: detail === null ? null : tx.vault.encrypt(JSON.stringify(detail)),
    })),
  );
  await sql`insert into registry.import_row (neighborhood_id, batch_id, number, outcome, natural_key, detail_cipher)
    select ${tx.actor.neighborhoodId}::uuid, ${batchId}::uuid, r.number, r.outcome, r.natural_key, r.cipher
      from jsonb_to_recordset(${json}::jsonb)
        as r(number integer, outcome text, natural_key text, cipher text)`.execute(tx.schema('registry'));
}

/** Numbers of rows that are about one of these already, by natural key. */
export async function rowsByKey(
  tx: Tx,
  batchId: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.import_row')
    .select(['number', 'natural_key as key'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .where('natural_key', '=', sql<string>`any(${[...keys]})`)
    .execute();
  return new Map(rows.map((row) => [row.key!, row.number]));
}

export type OpenedRow = { readonly number: number; readonly outcome: RowOutcome; readonly detail: unknown };

type Wanted = {
  readonly outcomes: readonly RowOutcome[];
  readonly skip?: number;
  readonly most: number;
};

/** Rows after the preview, in order, decrypted. */
export async function previewedRows(tx: Tx, batchId: string, wanted: Wanted): Promise<OpenedRow[]> {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.import_row')
    .select(['number', 'outcome', 'detail_cipher as cipher'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .where('outcome', 'in', [...wanted.outcomes])
    .orderBy('number')
    .offset(wanted.skip ?? 0)
    .limit(wanted.most)
    .execute();
  return rows.map(({ number, outcome, cipher }) => ({
    number,
    outcome: outcome as RowOutcome,
    detail: cipher === null ? null : JSON.parse(tx.vault.decrypt(cipher)),
  }));
}

/** Removes new and changed rows that have been written, up to a number. */
export async function deleteWritten(tx: Tx, batchId: string, upTo: number): Promise<void> {
  await tx
    .schema('registry')
    .deleteFrom('registry.import_row')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .where('number', '<=', upTo)
    .where('outcome', 'in', ['NEW', 'CHANGED'])
    .execute();
}

/** A row that was to be written and cannot be any more. */
export async function rejectRow(tx: Tx, batchId: string, number: number, detail: unknown): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.import_row')
    .set({ outcome: 'REJECTED', detail_cipher: tx.vault.encrypt(JSON.stringify(detail)) })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .where('number', '=', number)
    .execute();
}

/** Removes the uploaded rows and what was made of them; `PIECES`: the uploaded rows stay, to be compared anew. */
export async function deleteStaging(tx: Tx, batchId: string, keep: 'NOTHING' | 'PIECES'): Promise<void> {
  if (keep === 'NOTHING') await deletePieces(tx, batchId);
  await tx
    .schema('registry')
    .deleteFrom('registry.import_row')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .execute();
}

/** Leaves the rejected rows, and of the uploaded ones those above the data: enough to give the rejected back. */
export async function keepRejected(tx: Tx, batchId: string, headRows: number): Promise<void> {
  const head = (await stagedRows(tx, batchId, 0, 1)).filter((row) => row.number <= headRows);
  await deletePieces(tx, batchId);
  if (head.length > 0) await insertPiece(tx, batchId, 0, head);
  await tx
    .schema('registry')
    .deleteFrom('registry.import_row')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .where('outcome', '<>', 'REJECTED')
    .execute();
}

async function deletePieces(tx: Tx, batchId: string): Promise<void> {
  await tx
    .schema('registry')
    .deleteFrom('registry.import_piece')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .execute();
}

/** Keeps what a step of a commit did, so that it can be taken back. */
export async function insertEffect(tx: Tx, batchId: string, step: number, effect: unknown): Promise<void> {
  const cipher = tx.vault.encrypt(JSON.stringify(effect));
  await tx
    .schema('registry')
    .insertInto('registry.import_effect')
    .values({ neighborhood_id: tx.actor.neighborhoodId, batch_id: batchId, step, effect_cipher: cipher })
    .execute();
}

/** How many steps of a commit have been kept. */
export async function effectSteps(tx: Tx, batchId: string): Promise<number> {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.import_effect')
    .select((eb) => eb.fn.max('step').as('last'))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst();
  return row?.last === null || row?.last === undefined ? 0 : row.last + 1;
}

export async function effectAt(tx: Tx, batchId: string, step: number): Promise<unknown> {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.import_effect')
    .select('effect_cipher as cipher')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .where('step', '=', step)
    .executeTakeFirst();
  return row ? JSON.parse(tx.vault.decrypt(row.cipher)) : null;
}

export async function deleteEffects(tx: Tx, batchId: string): Promise<void> {
  await tx
    .schema('registry')
    .deleteFrom('registry.import_effect')
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('batch_id', '=', batchId)
    .execute();
}
