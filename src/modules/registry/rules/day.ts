import type { Day } from '../contract.ts';

/** The day in Asia/Shanghai (UTC+8 all year since 1992) a moment falls on. */
export function dayOf(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Whether a period covers a day; first and last day belong to it, no last day means it goes on. */
export function covers(period: { readonly fromDay: Day; readonly toDay: Day | null }, day: Day): boolean {
  return period.fromDay <= day && (period.toDay === null || day <= period.toDay);
}

/** Whether a text is a day that exists: `2026-02-29` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text;
}
