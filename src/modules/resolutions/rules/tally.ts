/** The supervision board by organisation (domain brief §4.4): counts, never a person, never points. Pure. */
import type { Light } from '../contract.ts';

/** How the actions of one organisation stand. */
export type Tally = {
  readonly red: number;
  readonly orange: number;
  readonly yellow: number;
  readonly onTime: number;
  readonly struckOff: number;
  /** Struck off after having been reported by their day. */
  readonly inTime: number;
};

/** The tally of an organisation from the lights of what is open and the counts of what is struck off. */
export function tallyOf(
  open: readonly Light[],
  done: { readonly all: number; readonly inTime: number },
): Tally {
  const count = (light: Light) => open.filter((one) => one === light).length;
  return {
    red: count('RED'),
    orange: count('ORANGE'),
    yellow: count('YELLOW'),
    onTime: count('ON_TIME'),
    struckOff: done.all,
    inTime: done.inTime,
  };
}

/** What needs attention first: red, then orange, then yellow; then whoever has most under way. */
export function byUrgency(a: Tally, b: Tally): number {
  return b.red - a.red || b.orange - a.orange || b.yellow - a.yellow || b.onTime - a.onTime;
}

/** How many organisations fit on a room's screen without anybody scrolling. */
export const ROWS_ON_SCREEN = 8;

/** The rows of one turn of the screen; turns go round. */
export function turnOf<Row>(
  rows: readonly Row[],
  turn: number,
): { readonly rows: readonly Row[]; readonly turn: number; readonly turns: number } {
  const turns = Math.max(1, Math.ceil(rows.length / ROWS_ON_SCREEN));
  const at = (((Math.trunc(turn) - 1) % turns) + turns) % turns;
  return { rows: rows.slice(at * ROWS_ON_SCREEN, (at + 1) * ROWS_ON_SCREEN), turn: at + 1, turns };
}
