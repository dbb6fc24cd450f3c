/** How long things may take, as versioned data with their basis (domain brief §3.8, §4.1). Pure. */
import {
  addWorkdays,
  addWorkMinutes,
  dateKey,
  type Known,
  type WorkCalendar,
} from '#kernel/work-calendar.ts';
import type { Level } from '../../contract.ts';

/** A length of time: natural minutes or hours for what cannot wait, working hours or days for the rest. */
export type Span = { readonly amount: number; readonly unit: 'MINUTE' | 'HOUR' | 'WORK_HOUR' | 'WORKDAY' };

export type LevelDeadlines = { readonly accept: Span; readonly contact: Span; readonly handle: Span };

export type DeadlineRules = {
  readonly id: string;
  /** First day on which matters that come in fall under this set. */
  readonly effectiveFrom: string;
  readonly basis: string;
  readonly levels: Readonly<Record<Level, LevelDeadlines>>;
  /** First action when an organisation asks for help (S19). */
  readonly organisationFirstAction: Span;
  /** For the lead organisation to take a matter on, or return it (§3.8, §4.1). */
  readonly leadAccept: Span;
  /** A redo, and what the street supervises (§3.8). */
  readonly redo: { readonly contact: Span; readonly handle: Span };
  /** Longest silence in work that takes longer (§4.1). */
  readonly progressEvery: Span;
  /** How long after its deadline a matter turns red (§3.7). */
  readonly redAfter: Span;
  /** For somebody outside the handlers to ask the reporter (§4.1). */
  readonly followUp: Span;
  /** The furthest one extension may reach beyond the first deadline (§3.8). */
  readonly extensionMost: Span;
  /** Days, at the most, until a parked matter is looked at again (§3.8). */
  readonly parkingReviewDays: number;
  /** Days without a word of the requester after which waiting ends (§4.1, edge cases). */
  readonly requesterSilenceDays: number;
  /** Silence closes a matter these days after "done", once these attempts were made (§4.1). */
  readonly unconfirmed: { readonly days: number; readonly attempts: number };
  /** Days after closing in which the same problem may be reopened (§4.1). */
  readonly reopenDays: number;
};

const workdays = (amount: number): Span => ({ amount, unit: 'WORKDAY' });
const workHours = (amount: number): Span => ({ amount, unit: 'WORK_HOUR' });
const hours = (amount: number): Span => ({ amount, unit: 'HOUR' });
const minutes = (amount: number): Span => ({ amount, unit: 'MINUTE' });

/** Rule sets, the oldest first. A change is a new set from a day on; matters keep the set they came in under. */
export const DEADLINE_RULES: readonly DeadlineRules[] = [
  {
    id: 'deadlines-1',
    effectiveFrom: '2000-01-01',
    basis: 'DOMAIN §3.8 (W5, W6, W8, W9), §4.1',
    levels: {
      P0: { accept: minutes(30), contact: minutes(30), handle: hours(2) },
      P1: { accept: minutes(30), contact: hours(2), handle: hours(24) },
      P2: { accept: workHours(4), contact: workdays(1), handle: workdays(5) },
      P2A: { accept: workHours(4), contact: workdays(1), handle: workdays(1) },
      P3: { accept: workHours(4), contact: workdays(1), handle: workdays(15) },
    },
    organisationFirstAction: workHours(4),
    leadAccept: workdays(1),
    redo: { contact: workdays(1), handle: workdays(3) },
    progressEvery: workdays(5),
    redAfter: workdays(5),
    followUp: workdays(3),
    extensionMost: workdays(15),
    parkingReviewDays: 90,
    requesterSilenceDays: 10,
    unconfirmed: { days: 7, attempts: 3 },
    reopenDays: 30,
  },
];

/** The set in force on a day. */
export function rulesOn(day: string, sets: readonly DeadlineRules[] = DEADLINE_RULES): DeadlineRules {
  const inForce = sets.filter((set) => set.effectiveFrom <= day).at(-1);
  if (!inForce) throw new Error(`no deadline rules on ${day}`);
  return inForce;
}

/** The set for a matter that came in at a moment: later sets do not reach back. */
export function rulesAt(at: Date): DeadlineRules {
  return rulesOn(dateKey(at));
}

/** Whether a span runs by the clock on the wall, at night and on holidays too, or in working time. */
export function runsOnWall(span: Span): boolean {
  return span.unit === 'MINUTE' || span.unit === 'HOUR';
}

/** A moment plus a span. */
export function after(calendar: WorkCalendar, from: Date, span: Span): Known<Date> {
  switch (span.unit) {
    case 'MINUTE':
      return { known: true, value: new Date(from.getTime() + span.amount * 60_000) };
    case 'HOUR':
      return { known: true, value: new Date(from.getTime() + span.amount * 3_600_000) };
    case 'WORK_HOUR':
      return addWorkMinutes(calendar, from, span.amount * 60);
    case 'WORKDAY':
      return addWorkdays(calendar, from, span.amount);
  }
}

export type Deadlines = {
  readonly acceptDue: Known<Date>;
  readonly firstContactDue: Known<Date>;
  readonly handleDue: Known<Date>;
  /** Only when an organisation asks for help. */
  readonly firstActionDue: Known<Date> | undefined;
};

/**
 * The deadlines of a matter that came in at `from`.
 *
 * @param origin `ORGANISATION` when an organisation asks for help: first action within four working hours.
 */
export function deadlinesFor(
  level: Level,
  origin: 'RESIDENT' | 'ORGANISATION',
  from: Date,
  calendar: WorkCalendar,
  rules: DeadlineRules = rulesAt(from),
): Deadlines {
  const spans = rules.levels[level];
  return {
    acceptDue: after(calendar, from, spans.accept),
    firstContactDue: after(calendar, from, spans.contact),
    handleDue: after(calendar, from, spans.handle),
    firstActionDue:
      origin === 'ORGANISATION' ? after(calendar, from, rules.organisationFirstAction) : undefined,
  };
}
