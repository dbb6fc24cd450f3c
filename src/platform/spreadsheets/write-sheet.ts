import { Zip, ZipDeflate } from 'fflate';
import {
  MOST_CELL_TEXT,
  SHEET_CLOSING,
  STYLE,
  sheetOpening,
  workbookParts,
  xmlText,
} from './workbook-parts.ts';

/** What a cell holds. A text stays a text whatever it begins with; a number may be reckoned with. */
export type Cell = string | number | null;

export type SheetLayout = {
  /** Name of the sheet; what spreadsheet programs do not take is left out. */
  readonly name: string;
  /** Width of each column in characters of the default font; a Chinese character counts as two. */
  readonly widths: readonly number[];
  /** Rows at the top that are bold and stay in sight; the first of `rows`. */
  readonly headerRows: number;
  /** Columns (from 0) whose numbers show two decimals. */
  readonly decimals?: ReadonlySet<number>;
};

/** About how much of the sheet is compressed at once, in characters. */
const PIECE = 64 * 1024;

/** Earliest day a zip can tell: a file made twice from the same rows is the same file. */
const MADE = '1980-01-01';

/**
 * Writes an .xlsx of one sheet, piece by piece: whatever the number of rows, memory holds one piece.
 * Nothing in it is ever a formula: texts are written as texts, and those that look like a formula (`=` `+`
 * `-` `@`) are marked so that they stay texts when somebody edits or copies the cell.
 *
 * @param rows cells by column; a row may be shorter than the header.
 */
export async function* writeSheet(
  layout: SheetLayout,
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) ready.push(bytes);
  });
  const add = (path: string) => {
    const part = new ZipDeflate(path, { level: 6 });
    part.mtime = MADE;
    zip.add(part);
    return part;
  };
  const encoder = new TextEncoder();
  for (const [path, xml] of workbookParts(layout.name)) add(path).push(encoder.encode(xml), true);
  const sheet = add('xl/worksheets/sheet1.xml');
  let text = sheetOpening(layout.widths, layout.headerRows);
  let number = 0;
  for await (const row of rows) {
    number += 1;
    text += rowXml(row, number, layout);
    if (text.length < PIECE) continue;
    sheet.push(encoder.encode(text));
    text = '';
    yield* ready.splice(0) as Uint8Array<ArrayBuffer>[];
  }
  sheet.push(encoder.encode(text + SHEET_CLOSING), true);
  zip.end();
  yield* ready.splice(0) as Uint8Array<ArrayBuffer>[];
}

function rowXml(row: readonly Cell[], number: number, layout: SheetLayout): string {
  let cells = '';
  for (const [at, cell] of row.entries()) {
    if (cell === null || cell === '') continue;
    cells += cellXml(cell, `${columnName(at)}${number}`, styleOf(cell, at, number, layout));
  }
  return `<row r="${number}">${cells}</row>`;
}

function cellXml(cell: string | number, place: string, style: number): string {
  if (typeof cell === 'number') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  const text = xmlText(unescapable(cell.slice(0, MOST_CELL_TEXT)));
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function styleOf(cell: string | number, at: number, number: number, layout: SheetLayout): number {
  if (number <= layout.headerRows) return STYLE.header;
  if (typeof cell === 'number') return layout.decimals?.has(at) ? STYLE.twoDecimals : STYLE.plain;
  return looksLikeFormula(cell) ? STYLE.text : STYLE.plain;
}

/** What a spreadsheet program may take for a formula when the text is typed again or saved as CSV. */
function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text);
}

/** `_x0041_` means `A` to a spreadsheet program; a text that happens to hold that must not change. */
function unescapable(text: string): string {
  return text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

const NAMES: string[] = [];

/** `A`, `B`, … `Z`, `AA` … from 0. */
function columnName(at: number): string {
  const known = NAMES[at];
  if (known) return known;
  let name = '';
  for (let rest = at + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  NAMES[at] = name;
  return name;
}
