import type { Actor } from '#kernel/actor.ts';
import { chooseMapping } from '#modules/registry/commands/import/choose-mapping.ts';
import { commitImport } from '#modules/registry/commands/import/decide-import.ts';
import { workOnImport } from '#modules/registry/commands/import/engine/work-on-import.ts';
import { uploadSheet } from '#modules/registry/commands/import/upload-sheet.ts';
import { importView } from '#modules/registry/queries/import/import-batches.ts';
import { type Cell, writeSheet } from '#platform/spreadsheets/write-sheet.ts';
import { does, good } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

/** An .xlsx of these rows. */
export async function sheetOf(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const layout = { name: '名册', widths: [], headerRows: 1 };
  for await (const piece of writeSheet(layout, rows)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Uploads a sheet as somebody and gives the batch's id. */
export async function uploaded(
  t: TestDatabase,
  actor: Actor,
  rows: readonly (readonly Cell[])[],
): Promise<string> {
  const bytes = await sheetOf(rows);
  return good(await does(t, actor, (tx) => uploadSheet(tx, { fileName: '名册.xlsx', bytes })));
}

/** The batch as it stands. */
export async function batchOf(t: TestDatabase, actor: Actor, id: string) {
  return good(await t.database.inTransaction(actor, (tx) => importView(tx, id))).batch;
}

/** Takes the guessed mapping, or another one. */
export async function mapped(
  t: TestDatabase,
  actor: Actor,
  id: string,
  more: { mapping?: readonly string[]; fromDay?: string; estateName?: string } = {},
): Promise<void> {
  const batch = await batchOf(t, actor, id);
  const mapping = more.mapping ?? batch.mapping.map((field) => field ?? '');
  const given = {
    batchId: id,
    headRows: batch.headRows,
    mapping: [...mapping],
    areaSource: batch.settings.areaSource,
    fromDay: more.fromDay ?? batch.settings.fromDay,
    ...(more.estateName ? { estateName: more.estateName } : {}),
  };
  good(await does(t, actor, (tx) => chooseMapping(tx, given)));
}

/** Lets the worker do everything that waits. */
export async function workedOff(t: TestDatabase, neighborhoodId: string): Promise<void> {
  while ((await workOnImport(t.database, neighborhoodId, t.clock.now)) > 0);
}

/** Uploads, maps as guessed, and lets the worker compare. */
export async function previewed(
  t: TestDatabase,
  actor: Actor,
  rows: readonly (readonly Cell[])[],
  more: Parameters<typeof mapped>[3] = {},
): Promise<string> {
  const id = await uploaded(t, actor, rows);
  await mapped(t, actor, id, more);
  await workedOff(t, actor.neighborhoodId);
  return id;
}

/** The whole way into the register. */
export async function imported(
  t: TestDatabase,
  actor: Actor,
  rows: readonly (readonly Cell[])[],
  more: Parameters<typeof mapped>[3] = {},
): Promise<string> {
  const id = await previewed(t, actor, rows, more);
  good(await does(t, actor, (tx) => commitImport(tx, id)));
  await workedOff(t, actor.neighborhoodId);
  return id;
}

/** New, changed, unchanged and rejected rows of a batch. */
export async function countsOf(t: TestDatabase, actor: Actor, id: string): Promise<number[]> {
  const batch = await batchOf(t, actor, id);
  return [batch.newRows, batch.changedRows, batch.unchangedRows, batch.rejectedRows];
}
