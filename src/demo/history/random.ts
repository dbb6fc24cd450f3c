/** Numbers that look random and are the same at every start: mulberry32. */
export type Dice = {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from 0 to n - 1. */
  below(n: number): number;
  /** One of a list. */
  one<T>(list: readonly T[]): T;
  /** True so often. */
  chance(share: number): boolean;
  /** Log-normal with this median. */
  around(median: number, spread: number): number;
};

export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (n) => Math.floor(next() * n),
    one: (list) => list[Math.floor(next() * list.length)]!,
    chance: (share) => next() < share,
    around(median, spread) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
  };
}
