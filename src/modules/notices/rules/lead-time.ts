/** How early works must be announced, as versioned data with its basis (domain brief §3.11). Pure. */
import { type Refusal, refuse } from '#kernel/result.ts';
import type { NoticeKind } from '../contract.ts';

export type LeadTimes = {
  readonly id: string;
  readonly effectiveFrom: string;
  readonly basis: string;
  /** Hours before the start, by kind. */
  readonly hours: Readonly<Record<NoticeKind, number>>;
};

const WEEK = 7 * 24;

/** Planned works seven days ahead, interruptions of water and power at least 48 hours; emergencies at once. */
export const LEAD_TIMES: readonly LeadTimes[] = [
  {
    id: 'lead-times-1',
    effectiveFrom: '2000-01-01',
    basis: 'DOMAIN §3.11 (works notice)',
    hours: {
      WATER: 48,
      POWER: 48,
      GAS: WEEK,
      LIFT: WEEK,
      PARKING: WEEK,
      ACCESS: WEEK,
      NOISE: WEEK,
      OTHER: WEEK,
    },
  },
];

export type Announced = {
  readonly kind: NoticeKind;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly emergency: boolean;
  /** Why it could not be announced earlier; needed for an emergency. */
  readonly emergencyReason: string;
};

/** The lead time of a kind in hours, by the set in force on a day `2026-11-20`. */
export function leadHours(kind: NoticeKind, day: string): number {
  const set = LEAD_TIMES.filter((one) => one.effectiveFrom <= day).at(-1);
  if (!set) throw new Error(`no lead times on ${day}`);
  return set.hours[kind];
}

/**
 * Why a notice may not be published like this, or null: it must end after it starts, not be over already, and
 * be early enough unless it is an emergency with a reason.
 */
export function tooLate(notice: Announced, now: Date, today: string): Refusal | null {
  if (notice.endsAt <= notice.startsAt)
    return refuse('notices.ends-before-start', { field: 'endsAt' }).refusal;
  if (notice.endsAt <= now) return refuse('notices.over-already', { field: 'endsAt' }).refusal;
  if (notice.emergency) {
    if (notice.emergencyReason.trim() !== '') return null;
    return refuse('notices.emergency-needs-reason', { field: 'emergencyReason' }).refusal;
  }
  const hours = leadHours(notice.kind, today);
  if (notice.startsAt.getTime() - now.getTime() >= hours * 3_600_000) return null;
  return refuse('notices.lead-too-short', {
    field: 'startsAt',
    params: { days: hours / 24 },
    source: 'DOMAIN §3.11',
  }).refusal;
}

/**
 * The same for a notice that may stand in the place of another: works that were announced in time may be
 * moved later without a new lead time, but not earlier.
 */
export function lateFor(
  notice: Announced,
  replaced: { readonly kind: string; readonly startsAt: Date } | null,
  now: Date,
  today: string,
): Refusal | null {
  const late = tooLate(notice, now, today);
  const postponed =
    replaced !== null && notice.startsAt >= replaced.startsAt && notice.kind === replaced.kind;
  return late?.code === 'notices.lead-too-short' && postponed ? null : late;
}
