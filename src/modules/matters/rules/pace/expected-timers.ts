/**
 * Which timers a matter must have in the state it is in. Called after every change, so that a timer can
 * neither be forgotten nor outlive its reason. Pure.
 */
import { dateKey, shanghai, type WorkCalendar } from '#kernel/work-calendar.ts';
import { FINAL_STATUSES, type MatterStatus, type TimerKind } from '../../contract.ts';
import { after, type DeadlineRules, rulesAt } from './deadlines.ts';

/** What the timers depend on. Moments are null when they are not set or not known (a year without data). */
export type TimedMatter = {
  readonly status: MatterStatus;
  readonly submittedAt: Date;
  readonly acceptDueAt: Date | null;
  readonly leadAcceptDueAt: Date | null;
  readonly firstActionDueAt: Date | null;
  readonly firstActionAt: Date | null;
  readonly contactDueAt: Date | null;
  readonly firstContactAt: Date | null;
  readonly handleDueAt: Date | null;
  readonly waitingSince: Date | null;
  readonly parkedReviewAt: Date | null;
  readonly lastProgressAt: Date | null;
  readonly doneAt: Date | null;
  readonly followUpDueAt: Date | null;
  readonly followUpAttempts: number;
  readonly lastAttemptAt: Date | null;
  readonly anonymous: boolean;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const HANDLING: readonly MatterStatus[] = ['ASSIGNED', 'IN_PROGRESS', 'WAITING_EXTERNAL', 'ESCALATED'];
const AWAITING_ANSWER: readonly MatterStatus[] = ['DONE_BY_HANDLER', 'FOLLOW_UP'];

/** A reminder some hours before a deadline. */
function soonBefore(due: Date, hours: number): Date {
  return new Date(due.getTime() - hours * HOUR);
}

/** The start of working hours on the day of a deadline; none when the deadline comes before it. */
function morningOf(due: Date, calendar: WorkCalendar): Date | null {
  const morning = shanghai(dateKey(due), calendar.hours[0]?.from ?? 0);
  return morning < due ? morning : null;
}

/** The timers of a matter, by kind, with the moment each is due, by the rules it came in under. */
export function expectedTimers(matter: TimedMatter, calendar: WorkCalendar): Map<TimerKind, Date> {
  const rules = rulesAt(matter.submittedAt);
  const timers = new Map<TimerKind, Date>();
  const set = (kind: TimerKind, at: Date | null) => at !== null && timers.set(kind, at);
  if (FINAL_STATUSES.includes(matter.status)) return timers;
  if (matter.status === 'SUBMITTED') set('ACCEPT_OVERDUE', matter.acceptDueAt);
  if (matter.status === 'ASSIGNED') set('LEAD_ACCEPT_OVERDUE', matter.leadAcceptDueAt);
  if (!AWAITING_ANSWER.includes(matter.status)) addHandlingTimers(matter, calendar, rules, set);
  if (matter.status === 'WAITING_REQUESTER' && matter.waitingSince) {
    set('REQUESTER_SILENT', new Date(matter.waitingSince.getTime() + rules.requesterSilenceDays * DAY));
  }
  if (matter.status === 'PARKED') set('PARKING_REVIEW', matter.parkedReviewAt);
  if (AWAITING_ANSWER.includes(matter.status)) {
    if (matter.followUpAttempts === 0 && !matter.anonymous) set('FOLLOW_UP_OVERDUE', matter.followUpDueAt);
    set('CLOSE_UNCONFIRMED', closesUnconfirmedAt(matter));
  }
  return timers;
}

function addHandlingTimers(
  matter: TimedMatter,
  calendar: WorkCalendar,
  rules: DeadlineRules,
  set: (kind: TimerKind, at: Date | null) => unknown,
): void {
  if (matter.firstActionDueAt && !matter.firstActionAt) set('FIRST_ACTION_OVERDUE', matter.firstActionDueAt);
  if (matter.contactDueAt && !matter.firstContactAt && !matter.anonymous) {
    const reminder = soonBefore(matter.contactDueAt, 2);
    // Two hours are all an urgent matter has: no reminder in the minute it comes in.
    if (reminder > matter.submittedAt) set('CONTACT_DUE_SOON', reminder);
    set('CONTACT_OVERDUE', matter.contactDueAt);
  }
  if (!matter.handleDueAt || !HANDLING.includes(matter.status)) return;
  set('HANDLE_DUE_SOON', morningOf(matter.handleDueAt, calendar));
  set('HANDLE_OVERDUE', matter.handleDueAt);
  const red = after(calendar, matter.handleDueAt, rules.redAfter);
  if (red.known) set('HANDLE_OVERDUE_RED', red.value);
  if (matter.lastProgressAt && matter.status !== 'ASSIGNED') {
    const next = after(calendar, matter.lastProgressAt, rules.progressEvery);
    if (next.known) set('PROGRESS_EXPECTED', next.value);
  }
}

/**
 * Silence closes a matter seven days after "done", and only after three attempts to reach the reporter; an
 * anonymous reporter cannot be reached, so there the seven days are enough (§4.1).
 */
export function closesUnconfirmedAt(matter: TimedMatter): Date | null {
  if (!matter.doneAt) return null;
  const { days, attempts } = rulesAt(matter.submittedAt).unconfirmed;
  const week = new Date(matter.doneAt.getTime() + days * DAY);
  if (matter.anonymous) return week;
  if (matter.followUpAttempts < attempts || !matter.lastAttemptAt) return null;
  return matter.lastAttemptAt > week ? matter.lastAttemptAt : week;
}
