import type { Refusal } from '#kernel/result.ts';

/** How much of a spreadsheet this program takes in. */
export type SheetLimits = {
  /** Of the file as it comes in. */
  readonly bytes: number;
  /** Parts inside an .xlsx. */
  readonly entries: number;
  /** All parts together, unpacked. */
  readonly unpackedBytes: number;
  /** How many times larger than packed a part of more than 10 MB may be; XML packs up to about 100 times. */
  readonly ratio: number;
  /** Rows that hold something. */
  readonly rows: number;
  /** Rows that hold nothing but are in the file. */
  readonly emptyRows: number;
  readonly columns: number;
  readonly cellCharacters: number;
  readonly mergedAreas: number;
};

const MB = 1024 * 1024;

/** A register of 100,000 households fits twice; what is larger was not made by a residents' committee. */
export const SHEET_LIMITS: SheetLimits = {
  bytes: 30 * MB,
  entries: 500,
  unpackedBytes: 250 * MB,
  ratio: 200,
  rows: 150_000,
  emptyRows: 100_000,
  columns: 100,
  cellCharacters: 5_000,
  mergedAreas: 50_000,
};

/** Thrown while a file is read, and turned into a refusal by `readSheet`. */
export class Unreadable extends Error {
  readonly refusal: Refusal;

  constructor(code: string, params?: Refusal['params']) {
    super(code);
    this.refusal = { code: `spreadsheets.${code}`, field: 'file', ...(params ? { params } : {}) };
  }
}
