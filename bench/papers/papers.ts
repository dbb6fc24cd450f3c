/** How long minutes of twenty pages take as PDF and as Word file, and whether their memory is given back. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Figure, figure, median } from '../measure.ts';

type Made = { readonly times: readonly number[]; readonly kilobytes: number };
type Told = {
  readonly pages: number;
  /** Megabytes resident before the first paper, at most, and once the process that made them has ended. */
  readonly before: number;
  readonly most: number;
  readonly after: number;
  readonly pdf: Made;
  readonly word: Made;
};

/** The figures for papers; a paper of fewer than twenty pages would prove nothing. */
export async function papers(): Promise<Figure[]> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--max-semi-space-size=4',
    join(import.meta.dirname, 'paper-maker.ts'),
  ]);
  const { pages, before, most, after, pdf, word } = JSON.parse(stdout) as Told;
  if (pages < 20) throw new Error(`the minutes have ${pages} pages only`);
  const what = `minutes of ${pages} pages`;
  const size = ({ kilobytes }: Made) => `${kilobytes.toFixed(0)} KB`;
  const memory = `${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most, ${after.toFixed(0)} MB after`;
  return [
    figure(
      `${what} as PDF, the first with its library and font`,
      ['≤', 2],
      pdf.times[0] ?? Number.NaN,
      ' s',
      size(pdf),
    ),
    figure(`${what} as PDF, afterwards`, ['≤', 2], median(pdf.times.slice(1)), ' s'),
    figure(`${what} as Word file`, ['≤', 2], median(word.times), ' s', size(word)),
    figure('what twenty papers leave in memory', ['≤', 20], after - before, ' MB', memory),
  ];
}
