/** Small date rules shared by deadlines. Pure; Shanghai is +08:00 all year. */

/** The earlier of two moments; null is no moment. */
export function earlierOf(a: Date | null, b: Date | null): Date | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

/** The end of working hours, 17:00, of a day written `2026-04-07`. */
export function endOfDay(day: string): Date {
  return new Date(`${day}T17:00:00+08:00`);
}

/** The day a number of calendar days later. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
