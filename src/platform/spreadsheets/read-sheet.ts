import { ok, type Result } from '#kernel/result.ts';
import { fileKind } from './file-kind.ts';
import { SHEET_LIMITS, type SheetLimits, Unreadable } from './limits.ts';
import { openArchive } from './open-archive.ts';
import { textRows } from './read-text-rows.ts';
import { workbookRows } from './read-workbook-rows.ts';
import type { SheetRow } from './sheet-row.ts';
import { readWorkbook } from './workbook.ts';

/** What was read of a file. */
export type SheetFacts = {
  /** Empty for a text file. */
  readonly sheetName: string;
  /** Visible sheets that were not read. */
  readonly otherSheets: number;
  /** Rows that hold something. */
  readonly rows: number;
};

/**
 * Reads a spreadsheet (.xlsx: its first visible sheet; .csv with comma, semicolon or tab, in UTF-8, UTF-16 or
 * GB18030) and hands its rows on, some at a time. Nothing in the file is run or fetched. Memory holds the
 * file as it came, the texts its cells share and some rows (docs/decisions/0017).
 *
 * @param take gets the rows in order; reading waits for it.
 * @returns refusals `spreadsheets.…`: `too-large`, `empty-file`, `not-a-spreadsheet`, `old-format`, `password`,
 * `macros`, `bomb`, `broken`, `broken-text`, `no-sheet`, `no-rows`, `too-many-rows`, `too-many-empty-rows`,
 * `too-many-columns`, `too-many-merged`, `cell-too-long`.
 */
export async function readSheet(
  given: Uint8Array,
  take: (rows: readonly SheetRow[]) => void | Promise<void>,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<Result<SheetFacts>> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  let rows = 0;
  const counted = async (some: readonly SheetRow[]) => {
    rows += some.length;
    if (rows > limits.rows) throw new Unreadable('too-many-rows', { n: limits.rows });
    await take(some);
  };
  try {
    if (bytes.length > limits.bytes) throw new Unreadable('too-large', { n: limits.bytes / 1024 / 1024 });
    const facts =
      fileKind(bytes) === 'XLSX'
        ? await fromWorkbook(bytes, counted, limits)
        : await fromText(bytes, counted, limits);
    if (rows === 0) throw new Unreadable('no-rows');
    return ok({ ...facts, rows });
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

type Take = (rows: readonly SheetRow[]) => Promise<void>;

async function fromWorkbook(bytes: Buffer, take: Take, limits: SheetLimits) {
  const archive = await openArchive(bytes, limits);
  try {
    const book = await readWorkbook(archive, limits);
    for await (const rows of workbookRows(archive, book, limits)) await take(rows);
    return { sheetName: book.sheetName, otherSheets: book.otherSheets };
  } finally {
    archive.close();
  }
}

async function fromText(bytes: Buffer, take: Take, limits: SheetLimits) {
  for await (const rows of textRows(bytes, limits)) await take(rows);
  return { sheetName: '', otherSheets: 0 };
}
