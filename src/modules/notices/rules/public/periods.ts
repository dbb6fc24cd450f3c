/** How long each kind must be public at least, as versioned data with its legal basis (domain brief §3.11). Pure. */
import type { Role } from '#kernel/actor.ts';
import { type Refusal, type Result, refuse } from '#kernel/result.ts';
import { addDays, dateKey, isWorkday, shanghai, type WorkCalendar } from '#kernel/work-calendar.ts';
import type { PublicKind } from '../../contract/public.ts';

export type PeriodRule = {
  /** Never fewer days than this. */
  readonly days: number;
  /** People in scope may object while it runs. */
  readonly objections: boolean;
  /** Law and article as the brief numbers them, or its own default; for people: words `notices.public.law.<kind>`. */
  readonly basis: string;
  /** Only these may publish it; everybody who publishes when it is not there. */
  readonly by?: readonly Role[];
};

type PeriodRules = {
  readonly id: string;
  readonly effectiveFrom: string;
  readonly kinds: Readonly<Record<PublicKind, PeriodRule>>;
};

/** Where the law says nothing the brief's default stands, marked so. */
export const PERIODS: readonly PeriodRules[] = [
  {
    id: 'periods-1',
    effectiveFrom: '2000-01-01',
    kinds: {
      OWNERS_ASSEMBLY: { days: 15, objections: true, basis: 'L4 art. 14' },
      COMMITTEE_DECISION: { days: 7, objections: false, basis: 'L3 art. 26' },
      COMMITTEE_CANDIDATES: { days: 7, objections: true, basis: 'L3 art. 15, 21' },
      AUDIT: { days: 30, objections: true, basis: 'L3 art. 67' },
      FUND: { days: 7, objections: true, basis: 'L3 art. 66' },
      COMMON_REVENUE: { days: 7, objections: true, basis: 'L3 art. 66' },
      BALLOT_ROLL: { days: 7, objections: true, basis: 'DOMAIN §3.11' },
      RESOLUTION: { days: 5, objections: false, basis: 'DOMAIN §3.11' },
      PLEDGE_ACCOUNTS: { days: 7, objections: true, basis: 'L5 art. 16' },
      COVENANT_BREACH: { days: 7, objections: true, basis: 'L3 art. 79', by: ['OC'] },
      ANNOUNCEMENT: { days: 1, objections: false, basis: 'DOMAIN §3.11' },
    },
  },
];

/** What holds for a kind by the set in force on a day `2026-11-20`. */
export function periodOf(kind: PublicKind, day: string): PeriodRule {
  const set = PERIODS.filter((one) => one.effectiveFrom <= day).at(-1);
  if (!set) throw new Error(`no periods on ${day}`);
  return set.kinds[kind];
}

/**
 * The first moment after a period: the day it begins does not count, it ends at midnight after its last day,
 * and when that is no working day, after the next working day.
 *
 * @returns refused when the working days of that year are not known: an end is never guessed.
 * @source Civil Code art. 201, 203
 */
export function endOfPeriod(calendar: WorkCalendar, startsAt: Date, days: number): Result<Date> {
  let last = addDays(dateKey(startsAt), days);
  for (;;) {
    const work = isWorkday(calendar, last);
    if (!work.known) return refuse('notices.calendar-missing', { params: { year: work.year } });
    if (work.value) return { ok: true, value: shanghai(addDays(last, 1), 0) };
    last = addDays(last, 1);
  }
}

/** Days of the calendar that a stretch touches: what is lost of a day counts as the whole day. */
export function daysTouched(from: Date, to: Date): number {
  const last = dateKey(new Date(to.getTime() - 1));
  let n = 1;
  for (let day = dateKey(from); day < last; day = addDays(day, 1)) n += 1;
  return n;
}

/**
 * The end after an outage: the days lost are added to the end there was. It never comes earlier.
 *
 * @source domain brief §4.13, "period interrupted by outage → extended"
 */
export function endAfterOutage(calendar: WorkCalendar, endsAt: Date, lost: number): Result<Date> {
  const lastDay = new Date(endsAt.getTime() - 1);
  return endOfPeriod(calendar, lastDay, lost);
}

/** Why so many days are too few for this kind, or null. */
export function tooShort(kind: PublicKind, days: number, day: string): Refusal | null {
  const rule = periodOf(kind, day);
  if (days >= rule.days) return null;
  return refuse('notices.period-too-short', {
    field: 'days',
    params: { days: rule.days },
    source: rule.basis,
  }).refusal;
}

/** Why an outage cannot be recorded so, or null: it lies in the past and within the period. */
export function whyNoOutage(
  outage: { readonly from: Date; readonly to: Date },
  period: { readonly startsAt: Date; readonly endsAt: Date },
  now: Date,
): Refusal | null {
  if (outage.to <= outage.from) return refuse('notices.outage-ends-before-start', { field: 'to' }).refusal;
  if (outage.to > now) return refuse('notices.outage-not-over', { field: 'to' }).refusal;
  if (outage.from < period.startsAt || outage.from >= period.endsAt) {
    return refuse('notices.outage-outside-period', { field: 'from' }).refusal;
  }
  return null;
}

/** Whether an objection made at a moment is in time: up to the last minute of the last day. */
export function isInTime(madeAt: Date, period: { readonly startsAt: Date; readonly endsAt: Date }): boolean {
  return madeAt >= period.startsAt && madeAt < period.endsAt;
}
