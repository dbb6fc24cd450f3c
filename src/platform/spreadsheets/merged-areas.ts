import { type SheetLimits, Unreadable } from './limits.ts';

/** A merged area; rows and columns from 1. */
export type Area = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

const AREA = /mergeCell ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;

/** `C` is 3. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/**
 * The merged areas of a sheet. They stand behind its rows, but the rows need them, so the part is looked
 * through once before it is read.
 */
export async function mergedAreas(pieces: AsyncIterable<string>, limits: SheetLimits): Promise<Area[]> {
  const areas: Area[] = [];
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
    let end = 0;
    for (const found of rest.matchAll(AREA)) {
      const [, left, top, right, bottom] = found;
      const rows = { top: Number(top), bottom: Number(bottom) };
      areas.push({ ...rows, left: columnNumber(left!), right: columnNumber(right!) });
      end = found.index + found[0].length;
    }
    if (areas.length > limits.mergedAreas) throw new Unreadable('too-many-merged', { n: limits.mergedAreas });
    rest = rest.slice(Math.max(end, rest.length - 200));
  }
  return areas.sort((a, b) => a.top - b.top);
}

/** Gives every cell of a merged area the text of its first cell, row by row from the top. */
export class AreaFiller {
  private next = 0;
  private readonly areas: readonly Area[];
  private open: { readonly area: Area; text: string }[] = [];

  constructor(areas: readonly Area[]) {
    this.areas = areas;
  }

  /** Fills one row in place; `cells` from column 1 at place 0. Rows come in ascending order. */
  fill(row: number, cells: string[], mostColumns: number): void {
    this.open = this.open.filter(({ area }) => area.bottom >= row);
    while (this.next < this.areas.length && this.areas[this.next]!.top <= row) {
      const area = this.areas[this.next++]!;
      if (area.bottom >= row) this.open.push({ area, text: '' });
    }
    for (const one of this.open) {
      const { area } = one;
      if (area.top === row) one.text = cells[area.left - 1] ?? '';
      if (one.text === '') continue;
      for (let column = area.left; column <= Math.min(area.right, mostColumns); column++) {
        while (cells.length < column) cells.push('');
        cells[column - 1] = one.text;
      }
    }
  }
}
