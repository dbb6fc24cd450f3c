import { ok, type Result } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { readSheet } from '#platform/spreadsheets/read-sheet.ts';
import { REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { findHead, fingerprint } from '../../rules/import/header.ts';
import { insertBatch, rememberedMapping, updateBatch } from '../../store/import/batches.ts';
import { insertPiece, type StagedRow } from '../../store/import/staging.ts';

/** Purpose of the index under which the columns of a sheet are remembered. */
export const HEADINGS_INDEX = 'import-headings';

/** Rows kept together. */
export const PIECE_ROWS = 500;

export type UploadedSheet = { readonly fileName: string; readonly bytes: Uint8Array };

/**
 * Takes a spreadsheet in: reads it once from beginning to end, keeps its rows encrypted, and guesses what its
 * columns mean. The file itself is not kept.
 *
 * @returns the batch's id; refusals `registry.not-a-keeper` and those of `readSheet`.
 */
export async function uploadSheet(tx: Tx, { fileName, bytes }: UploadedSheet): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'import-register');
  if (!may.ok) return may;
  const id = tx.newId();
  const staging = new Staging(tx, id, safeName(fileName));
  const read = await readSheet(bytes, (rows) => staging.take(rows));
  if (!read.ok) return read;
  await staging.end();
  const { sheetName, otherSheets } = read.value;
  await updateBatch(tx, id, { totalRows: staging.rows, sheetName: sheetName.slice(0, 60), otherSheets });
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.importBatch,
    subjectId: id,
    kind: REGISTRY_EVENTS.importUploaded,
    data: { rows: staging.rows },
  });
  return ok(id);
}

function safeName(name: string): string {
  return name
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .slice(0, 120);
}

/** Keeps rows as they come; the first ones tell what the sheet is. */
class Staging {
  rows = 0;
  private piece = 0;
  private waiting: StagedRow[] = [];
  private readonly tx: Tx;
  private readonly id: string;
  private readonly fileName: string;

  constructor(tx: Tx, id: string, fileName: string) {
    this.tx = tx;
    this.id = id;
    this.fileName = fileName;
  }

  async take(rows: readonly StagedRow[]): Promise<void> {
    this.rows += rows.length;
    this.waiting.push(...rows);
    while (this.waiting.length >= PIECE_ROWS) await this.keep(this.waiting.splice(0, PIECE_ROWS));
  }

  async end(): Promise<void> {
    if (this.waiting.length > 0) await this.keep(this.waiting.splice(0));
  }

  private async keep(rows: readonly StagedRow[]): Promise<void> {
    if (this.piece === 0) await this.open(rows);
    await insertPiece(this.tx, this.id, this.piece, rows);
    this.piece += 1;
  }

  private async open(rows: readonly StagedRow[]): Promise<void> {
    const { tx } = this;
    const head = findHead(rows.map((row) => row.cells));
    const known = await rememberedMapping(tx, tx.vault.index(HEADINGS_INDEX, fingerprint(head.headings)));
    await insertBatch(tx, {
      id: this.id,
      kind: 'UNITS',
      fileName: this.fileName,
      sheetName: '',
      otherSheets: 0,
      headRows: head.rows === 0 ? 0 : rows[head.rows - 1]!.number,
      headings: head.headings.map((text) => text.slice(0, 60)),
      mapping: known?.mapping ?? head.mapping,
      settings: {
        estateId: null,
        estateName: '',
        areaSource: head.areaSource ?? 'REGISTRY',
        fromDay: dayOf(tx.now),
      },
    });
  }
}
