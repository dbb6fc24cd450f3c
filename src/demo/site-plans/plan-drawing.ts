import { demoId, type EstateCode, pad } from '../neighborhood/ids.ts';

/** Pixels of the drawn plans. */
export const PLAN_SIZE = { width: 1600, height: 1100 } as const;

/** Something on a plan: where it stands, in pixels, and what it is. */
type Drawn = {
  /** `b:<id>` or `p:<id>`, as the command that draws takes it. */
  readonly target: string;
  readonly look: 'building' | 'green' | 'place';
  /** Left, top, width, height; a place is a pin in the middle of it. */
  readonly box: readonly [number, number, number, number];
};

const BUILDING = (code: EstateCode, number: number) => `b:${demoId(`building/${code}-B${pad(number)}`)}`;
const PART = (code: string) => `p:${demoId(`common-part/${code}`)}`;

function rowsOf(
  code: EstateCode,
  rows: readonly (readonly number[])[],
  at: (row: number, column: number) => Drawn['box'],
): Drawn[] {
  return rows.flatMap((numbers, row) =>
    numbers.map((number, column) => ({
      target: BUILDING(code, number),
      look: 'building' as const,
      box: at(row, column),
    })),
  );
}

const place = (code: string, x: number, y: number): Drawn => ({
  target: PART(code),
  look: 'place',
  box: [x - 14, y - 14, 28, 28],
});
const green = (code: string, box: Drawn['box']): Drawn => ({ target: PART(code), look: 'green', box });

/** What stands where in each estate of the demo. */
export const DRAWN: Readonly<Record<EstateCode, readonly Drawn[]>> = {
  ZJ: [
    ...rowsOf(
      'ZJ',
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [9, 10, 11, 12],
        [13, 14, 15, 16],
        [17, 18, 19, 20],
      ],
      (row, column) => [130 + column * 355 + (column > 1 ? 40 : 0), 110 + row * 190, 250, 78],
    ),
    green('ZJ-GREEN-1', [776, 290, 96, 460]),
    place('ZJ-GATE-E', 1560, 560),
    place('ZJ-GATE-S', 824, 1060),
    place('ZJ-GATE-W', 44, 560),
    place('ZJ-GATE-N', 824, 40),
    place('ZJ-PUMP-1', 824, 860),
    place('ZJ-WASTE-1', 1490, 1000),
    place('ZJ-WASTE-2', 90, 1000),
    place('ZJ-PLAY-1', 824, 190),
  ],
  CS: [
    ...rowsOf(
      'CS',
      [
        [1, 2],
        [3, 4],
      ],
      (row, column) => [260 + column * 660, 230 + row * 430, 420, 150],
    ),
    green('CS-GREEN-2', [940, 400, 380, 90]),
    green('CS-GREEN-N', [180, 80, 1180, 70]),
    place('CS-GATE-E', 1550, 560),
    place('CS-GATE-S', 800, 1050),
    place('CS-GATE-N', 800, 40),
    place('CS-PUMP-1', 800, 300),
    place('CS-WASTE-1', 130, 960),
    place('CS-WASTE-2', 1470, 960),
    place('CS-PLAY-1', 430, 540),
    place('CS-PLAY-2', 800, 740),
    place('CS-GARAGE', 1470, 760),
  ],
  LB: [
    ...rowsOf('LB', [[1, 2], [3], [4, 5]], (row, column) =>
      row === 1 ? [700, 470, 200, 160] : [300 + column * 800, 160 + row * 310, 200, 160],
    ),
    green('LB-GREEN-1', [300, 960, 1000, 60]),
    place('LB-GATE-S', 800, 1060),
    place('LB-GATE-N', 800, 40),
    place('LB-PUMP-1', 180, 560),
    place('LB-WASTE-1', 1440, 420),
    place('LB-WASTE-2', 160, 860),
    place('LB-PLAY-1', 1180, 560),
    place('LB-SQUARE', 800, 780),
  ],
};

/** The corners of something drawn, as the command that draws takes them: percent from the left and the top. */
export function cornersOf({ box, look }: Drawn): string {
  const [x, y, width, height] = box;
  const corners: (readonly [number, number])[] =
    look === 'place'
      ? [[x + width / 2, y + height / 2]]
      : [
          [x, y],
          [x + width, y],
          [x + width, y + height],
          [x, y + height],
        ];
  const percent = (part: number, of: number) => Math.round((part / of) * 10_000) / 100;
  return corners
    .map(([px, py]) => `${percent(px, PLAN_SIZE.width)},${percent(py, PLAN_SIZE.height)}`)
    .join(' ');
}
