/** How a figure stands to what it should be. */
export type Figure = {
  readonly what: string;
  readonly target: string;
  readonly figure: string;
  readonly met: boolean;
};

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return percentile(numbers, 50);
}

/** The number that `share` percent of the numbers do not exceed. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  if (sorted.length === 0) throw new Error('no numbers');
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)]!;
}

/** A figure that should be at most, or at least, something. */
export function figure(
  what: string,
  [relation, bound]: readonly ['≤' | '≥', number],
  value: number,
  unit = '',
  note = '',
): Figure {
  const shown = value >= 100 ? value.toFixed(0) : value.toFixed(2);
  return {
    what,
    target: `${relation} ${bound}${unit}`,
    figure: `${shown}${unit}${note ? `  (${note})` : ''}`,
    met: relation === '≤' ? value <= bound : value >= bound,
  };
}

/** The figures as a table for a terminal. */
export function table(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const lines = figures.map(
    ({ what, target, figure: shown, met }) =>
      `${met ? '✓' : '✗'} ${what.padEnd(width)}  ${target.padStart(9)}  ${shown}`,
  );
  return lines.join('\n');
}
