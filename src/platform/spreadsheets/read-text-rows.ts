import { Readable } from 'node:stream';
import { type SheetLimits, Unreadable } from './limits.ts';
import type { SheetRow } from './sheet-row.ts';

/** How a text file writes its characters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

const PIECE = 64 * 1024;
const AT_ONCE = 500;

/** The encoding by the marks at the start, else the first that fits: Excel in Chinese saves GB18030. */
export function encodingOf(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return encoding;
    } catch {
      // The next one.
    }
  }
  throw new Unreadable('not-a-spreadsheet');
}

/**
 * Rows of a text file with a comma, semicolon or tab between its cells.
 *
 * @throws Unreadable `not-a-spreadsheet` when nothing stands between anything, `broken-text` when a quotation
 * mark is never closed, and the limits.
 */
export async function* textRows(bytes: Buffer, limits: SheetLimits): AsyncGenerator<readonly SheetRow[]> {
  const encoding = encodingOf(bytes);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(bytes.subarray(0, PIECE)));
  const { parse } = await import('csv-parse');
  const parser = parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.cellCharacters * limits.columns,
  });
  const source = Readable.from(decoded(bytes, encoding));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  const ready: SheetRow[] = [];
  let number = 0;
  let empty = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      if (record.every((cell) => cell.trim() === '')) {
        empty += 1;
        if (empty > limits.emptyRows) throw new Unreadable('too-many-empty-rows', { n: limits.emptyRows });
        continue;
      }
      ready.push({ number, cells: checked(record, limits) });
      if (ready.length >= AT_ONCE) yield ready.splice(0);
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken-text', { row: number + 1 });
  }
  if (ready.length > 0) yield ready;
}

function* decoded(bytes: Buffer, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < bytes.length; at += PIECE) {
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
  }
  yield decoder.decode();
}

function checked(record: readonly string[], limits: SheetLimits): string[] {
  let last = record.length;
  while (last > 0 && record[last - 1]!.trim() === '') last -= 1;
  if (last > limits.columns) throw new Unreadable('too-many-columns', { n: limits.columns });
  const cells = record.slice(0, last);
  if (cells.some((cell) => cell.length > limits.cellCharacters)) {
    throw new Unreadable('cell-too-long', { n: limits.cellCharacters });
  }
  return cells;
}

/** What stands between the cells: the mark that most of the first lines hold equally often. */
function delimiterOf(start: string): string {
  const lines = start
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  const score = (mark: string) => {
    const counts = lines.map((line) => line.split(mark).length - 1);
    return counts.filter((n) => n > 0).length * 100 + Math.max(0, ...counts);
  };
  const [best] = [',', '\t', ';']
    .map((mark) => ({ mark, score: score(mark) }))
    .sort((a, b) => b.score - a.score);
  if (!best || best.score === 0) throw new Unreadable('not-a-spreadsheet');
  return best.mark;
}
