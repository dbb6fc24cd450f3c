/** Points drawn on a site plan: read from what was typed, and measured. Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { PlanPoints } from '../../contract/site-plan.ts';

/** The picture's width and height, each, in the units of {@link PlanPoints}. */
export const PLAN_SIDE = 10_000;
/** Corners of a polygon; a building with more is drawn with fewer. */
export const MOST_CORNERS = 60;

/**
 * Reads `12.5,30 40,30 40,55`: pairs of percent from the left and from the top. One pair is a pin, three or
 * more a polygon; two are a line and nothing one could point at.
 *
 * @returns refusals `registry.points-unreadable`, `registry.points-outside`, `registry.points-a-line`,
 *   `registry.points-too-many`.
 */
export function readPoints(typed: string): Result<PlanPoints> {
  const field = 'points';
  const pairs = typed.normalize('NFKC').replace(/[;；]/g, ' ').trim().split(/\s+/);
  const points: number[] = [];
  for (const pair of pairs) {
    const match = /^(-?\d+(?:\.\d+)?)[,，](-?\d+(?:\.\d+)?)$/.exec(pair);
    if (!match) return refuse('registry.points-unreadable', { field });
    for (const number of [match[1], match[2]]) points.push(Math.round(Number(number) * 100));
  }
  if (points.some((n) => n < 0 || n > PLAN_SIDE)) return refuse('registry.points-outside', { field });
  if (points.length === 4) return refuse('registry.points-a-line', { field });
  if (points.length > MOST_CORNERS * 2) {
    return refuse('registry.points-too-many', { field, params: { most: MOST_CORNERS } });
  }
  return ok(points);
}

/** The points as {@link readPoints} reads them. */
export function pointsText(points: PlanPoints): string {
  return corners(points)
    .map(([x, y]) => `${x / 100},${y / 100}`)
    .join(' ');
}

/** The points in pairs. */
export function corners(points: PlanPoints): (readonly [number, number])[] {
  return Array.from(
    { length: points.length / 2 },
    (_, at) => [points[2 * at]!, points[2 * at + 1]!] as const,
  );
}

/** A pin's box reaches this far to each side. */
const PIN_REACH = 250;

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The smallest upright box around a shape; a pin gets one that a finger can hit. */
export function boxOf(points: PlanPoints): Box {
  const all = corners(points);
  const xs = all.map(([x]) => x);
  const ys = all.map(([, y]) => y);
  const reach = all.length === 1 ? PIN_REACH : 0;
  const x = Math.min(...xs) - reach;
  const y = Math.min(...ys) - reach;
  return { x, y, width: Math.max(...xs) + reach - x, height: Math.max(...ys) + reach - y };
}
