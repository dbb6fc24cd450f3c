/** How long things may take once a matter climbs, as versioned data with their basis (domain brief §3.8, §4.2). Pure. */
import { addWorkdays, dateKey, type WorkCalendar } from '#kernel/work-calendar.ts';
import type { Level } from '#modules/matters/contract.ts';

export type EscalationTimes = {
  readonly id: string;
  readonly effectiveFrom: string;
  readonly basis: string;
  /** For who is asked to say that they have heard: hours for what is urgent, else working days. */
  readonly acknowledge: Readonly<Record<Level, { readonly hours: number } | { readonly workdays: number }>>;
  /** Working days after a whistle that nobody answered: the branch, the street, its head. */
  readonly ladder: readonly [number, number, number];
  /** Where no rules of procedure are in force: nobody waits longer for want of them. */
  readonly triageWorkdays: number;
  readonly adHocWorkdays: number;
};

/** Sets, the oldest first; a change is a new set from a day on. */
const ESCALATION_TIMES: readonly [EscalationTimes, ...EscalationTimes[]] = [
  {
    id: 'escalation-1',
    effectiveFrom: '2000-01-01',
    basis: 'DOMAIN §3.8 (whistling), §4.2',
    acknowledge: {
      P0: { hours: 2 },
      P1: { hours: 2 },
      P2: { workdays: 1 },
      P2A: { workdays: 1 },
      P3: { workdays: 1 },
    },
    ladder: [1, 3, 5],
    triageWorkdays: 1,
    adHocWorkdays: 3,
  },
];

/** The set in force on a day. */
export function timesOn(day: string): EscalationTimes {
  return ESCALATION_TIMES.findLast((set) => set.effectiveFrom <= day) ?? ESCALATION_TIMES[0];
}

/** The end of the n-th working day after a moment; null when the calendar of that year is not there. */
export function workdaysAfter(calendar: WorkCalendar, from: Date, n: number): Date | null {
  const due = addWorkdays(calendar, from, n);
  return due.known ? due.value : null;
}

/** By when who is asked has to say that they have heard (§3.8): 2 hours for what is urgent, else 1 working day. */
export function acknowledgeBy(calendar: WorkCalendar, sentAt: Date, level: Level): Date | null {
  const span = timesOn(dateKey(sentAt)).acknowledge[level];
  return 'hours' in span
    ? new Date(sentAt.getTime() + span.hours * 3_600_000)
    : workdaysAfter(calendar, sentAt, span.workdays);
}

/**
 * When the next rung of the ladder is climbed because nobody answered: the first when it should have been
 * acknowledged, the others three and five working days after it was sent.
 *
 * @param rung climbed so far, 0–3
 * @returns null at the top, or where the calendar is not there.
 * @source domain brief §4.2 (street ladder after 1/3/5 working days)
 */
export function nextRungAt(
  calendar: WorkCalendar,
  whistle: { readonly sentAt: Date; readonly acknowledgeDueAt: Date | null; readonly rung: number },
): Date | null {
  if (whistle.rung === 0 && whistle.acknowledgeDueAt) return whistle.acknowledgeDueAt;
  const workdays = timesOn(dateKey(whistle.sentAt)).ladder[whistle.rung];
  return workdays === undefined ? null : workdaysAfter(calendar, whistle.sentAt, workdays);
}

/** The interim reply is due at the matter's original deadline; when that has gone by, with triage. */
export function interimDue(firstDueAt: Date | null, triageDueAt: Date | null, now: Date): Date | null {
  return firstDueAt && firstDueAt > now ? firstDueAt : triageDueAt;
}
