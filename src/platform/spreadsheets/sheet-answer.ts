import { type Cell, writeSheet } from './write-sheet.ts';

/** One column of a list that is saved as a spreadsheet. */
export type SheetColumn<Row> = {
  readonly header: string;
  /** In characters; a Chinese character counts as two. */
  readonly width?: number;
  /** Numbers show two decimals: areas, money. */
  readonly decimals?: boolean;
  readonly value: (row: Row) => Cell;
};

export type SheetOfRows<Row> = {
  /** Name of the file as its reader sees it, without `.xlsx`; what file systems do not take is left out. */
  readonly fileName: string;
  /** Name of the sheet. */
  readonly sheetName: string;
  readonly columns: readonly SheetColumn<Row>[];
  /** Already masked for the reader: this writes what it is given. */
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
};

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const USUAL_WIDTH = 16;

/**
 * The HTTP answer that saves a list as .xlsx, streamed. For loaders of routes without a page. Nobody between
 * keeps it, and the browser saves it instead of showing it.
 */
export function sheetAnswer<Row>({ fileName, sheetName, columns, rows }: SheetOfRows<Row>): Response {
  const layout = {
    name: sheetName,
    widths: columns.map(({ width }) => width ?? USUAL_WIDTH),
    headerRows: 1,
    decimals: new Set(columns.flatMap(({ decimals }, at) => (decimals ? [at] : []))),
  };
  return sheetFileAnswer(fileName, writeSheet(layout, cellsOf(columns, rows)));
}

/** The same for a sheet that is written already, with any layout. */
export function sheetFileAnswer(fileName: string, pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Response {
  return new Response(streamOf(pieces), {
    headers: {
      'content-type': TYPE,
      'content-disposition': savedAs(fileName),
      'cache-control': 'private, no-store',
    },
  });
}

/** Piece by piece as the browser takes them, so that a slow line does not fill the memory. */
function streamOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return?.();
    },
  });
}

async function* cellsOf<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<readonly Cell[]> {
  yield columns.map(({ header }) => header);
  for await (const row of rows) yield columns.map(({ value }) => value(row));
}

/** RFC 6266: a plain name for old programs, the real one beside it. */
function savedAs(fileName: string): string {
  const name = `${safeFileName(fileName)}.xlsx`;
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="list.xlsx"; filename*=UTF-8''${encoded}`;
}

/** A name every file system takes: no path, no control characters, no dot at an end, at most 80 characters. */
export function safeFileName(name: string): string {
  const cleaned = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return [...cleaned].slice(0, 80).join('').trim() || 'list';
}
