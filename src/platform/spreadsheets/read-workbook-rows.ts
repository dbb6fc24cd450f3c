import { type SheetLimits, Unreadable } from './limits.ts';
import { AreaFiller, columnNumber, mergedAreas } from './merged-areas.ts';
import type { Archive } from './open-archive.ts';
import type { SheetRow } from './sheet-row.ts';
import { cut, type NumberShape, type Workbook, xmlReader } from './workbook.ts';

/** A cell while it is read. */
type OpenCell = { column: number; type: string; style: number; text: string };

/** Rows of a workbook's sheet, in pieces of what has been unpacked. Empty rows are left out but counted. */
export async function* workbookRows(
  archive: Archive,
  book: Workbook,
  limits: SheetLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const filler = new AreaFiller(await mergedAreas(archive.read(book.sheetPath), limits));
  const sheet = new SheetBuilder(book, limits, filler);
  const reader = xmlReader(sheet);
  for await (const piece of archive.read(book.sheetPath)) {
    reader.write(piece);
    if (sheet.ready.length > 0) yield sheet.ready.splice(0);
  }
  reader.end();
  if (sheet.ready.length > 0) yield sheet.ready.splice(0);
}

/** Puts rows together from the events of the XML reader. */
class SheetBuilder {
  readonly ready: SheetRow[] = [];
  private readonly book: Workbook;
  private readonly limits: SheetLimits;
  private readonly filler: AreaFiller;
  private row = 0;
  private cells: string[] = [];
  private cell: OpenCell | null = null;
  private reads = false;
  private inHint = 0;
  private empty = 0;

  constructor(book: Workbook, limits: SheetLimits, filler: AreaFiller) {
    this.book = book;
    this.limits = limits;
    this.filler = filler;
  }

  readonly open = (name: string, given: Readonly<Record<string, string>>): void => {
    if (name === 'row') {
      this.row = given.r ? Number(given.r) : this.row + 1;
      this.cells = [];
    } else if (name === 'c') {
      const letters = /^[A-Z]{1,3}/.exec(given.r ?? '')?.[0];
      const column = letters ? columnNumber(letters) : this.nextColumn();
      this.cell = { column, type: given.t ?? 'n', style: Number(given.s ?? 0), text: '' };
    } else if (name === 'rPh') this.inHint += 1;
    else this.reads = (name === 'v' || name === 't') && this.inHint === 0;
  };

  readonly text = (piece: string): void => {
    if (this.reads && this.cell) this.cell.text += piece;
  };

  readonly close = (name: string): void => {
    if (name === 'v' || name === 't') this.reads = false;
    else if (name === 'rPh') this.inHint -= 1;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  };

  private lastColumn = 0;

  private nextColumn(): number {
    return this.lastColumn + 1;
  }

  private endCell(): void {
    const cell = this.cell!;
    this.cell = null;
    this.lastColumn = cell.column;
    if (cell.text === '') return;
    if (cell.column > this.limits.columns)
      throw new Unreadable('too-many-columns', { n: this.limits.columns });
    while (this.cells.length < cell.column) this.cells.push('');
    this.cells[cell.column - 1] = cut(this.shown(cell), this.limits);
  }

  private endRow(): void {
    this.lastColumn = 0;
    this.filler.fill(this.row, this.cells, this.limits.columns);
    if (this.cells.every((text) => text.trim() === '')) {
      this.empty += 1;
      if (this.empty > this.limits.emptyRows)
        throw new Unreadable('too-many-empty-rows', { n: this.limits.emptyRows });
      return;
    }
    this.ready.push({ number: this.row, cells: this.cells });
  }

  private shown({ type, text, style }: OpenCell): string {
    if (type === 's') return this.book.texts[Number(text)] ?? '';
    if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
    if (type !== 'n') return text;
    return numberText(Number(text), this.book.formats[style] ?? 'PLAIN', this.book.from1904) ?? text;
  }
}

const DAY_MS = 86_400_000;

/** A number as its reader sees it: without the noise of binary fractions, a day as `2026-11-20`. */
function numberText(value: number, shape: NumberShape, from1904: boolean): string | null {
  if (!Number.isFinite(value)) return null;
  if (shape === 'DAY' && value > 0 && value < 2_958_466) {
    const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    return new Date(start + Math.floor(value) * DAY_MS).toISOString().slice(0, 10);
  }
  const plain = Number(value.toPrecision(15));
  const text = Math.abs(plain) >= 1e15 ? BigInt(Math.round(plain)).toString() : String(plain);
  return typeof shape === 'object' ? text.padStart(shape.digits, '0') : text;
}
