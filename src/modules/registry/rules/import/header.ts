/** Which rows of a sheet are its heading, and what its columns mean. */
import type { AreaSource } from '../../contract.ts';
import type { ImportField, Mapping } from './fields.ts';
import { AREA_SOURCE_HEADINGS, IDLE_HEADINGS, UNIT_HEADINGS } from './sheet-words.ts';

export type SheetHead = {
  /** Rows at the top that are not data: titles and headings. */
  readonly rows: number;
  /** The heading of each column as it is shown. */
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  /** From the heading of the area, when it says so. */
  readonly areaSource: AreaSource | null;
};

/** Rows looked through for a heading. */
const LOOKED_AT = 12;

/** A heading without spaces, line breaks, brackets with units, stars. */
export function headingKey(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:_./-]/g, '');
}

/**
 * Finds the heading: the row, or two rows with one above the other, whose cells are known headings most
 * often. Without one every row is data and no column has a meaning.
 *
 * @param rows the first rows of the sheet.
 */
export function findHead(rows: readonly (readonly string[])[]): SheetHead {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const first = rows.slice(0, LOOKED_AT).map((row) => padded(row, columns));
  const candidates = [
    ...first.map((row, at) => ({ headings: row, rows: at + 1 })),
    // Only better than one row when it explains more.
    ...first.slice(1).map((row, at) => ({ headings: stacked(first[at]!, row), rows: at + 2 })),
  ];
  let best = headOf(0, padded([], columns));
  let most = 1;
  for (const candidate of candidates) {
    const head = headOf(candidate.rows, candidate.headings);
    const score = head.mapping.filter((field) => field !== null).length;
    if (score <= most) continue;
    best = head;
    most = score;
  }
  return best;
}

/** The head of a sheet whose heading ends with row `rows`. */
function headOf(rows: number, headings: readonly string[]): SheetHead {
  const mapping = guessMapping(headings);
  const areaHeading = headings[mapping.indexOf('area')] ?? '';
  const source = AREA_SOURCE_HEADINGS.find(([, pattern]) => pattern.test(areaHeading));
  return { rows, headings, mapping, areaSource: source?.[0] ?? null };
}

/** The field of each column by its heading; a field is given once, to the first column that fits. */
function guessMapping(headings: readonly string[]): Mapping {
  const given = new Set<ImportField>();
  return headings.map((heading) => {
    const key = headingKey(heading);
    if (key === '' || IDLE_HEADINGS.test(key)) return null;
    const field = UNIT_HEADINGS.find(([name, pattern]) => pattern.test(key) && !given.has(name))?.[0] ?? null;
    if (field) given.add(field);
    return field;
  });
}

function padded(row: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, at) => (row[at] ?? '').trim());
}

/** Two heading rows as one: `业主` above `电话` is `业主电话`; the same text in both is one. */
function stacked(upper: readonly string[], lower: readonly string[]): string[] {
  return upper.map((text, at) => (text === lower[at] ? text : `${text}${lower[at]}`));
}

/** What a sheet is recognised by the next time: its headings, in order. */
export function fingerprint(headings: readonly string[]): string {
  return headings.map(headingKey).join('\n');
}
