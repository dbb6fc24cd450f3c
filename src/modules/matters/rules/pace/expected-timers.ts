/**
 * Which timers a matter must have in the state it is in. Called after every change, so that a timer can
 * neither be forgotten nor outlive its reason. Pure.
 */
import { addWorkdays, type WorkCalendar } from '#kernel/work-calendar.ts';
import { FINAL_STATUSES, type MatterStatus, type TimerKind } from '../../contract.ts';

/** What the timers depend on. Moments are null when they are not set or not known (a year without data). */
export type TimedMatter = {
  readonly status: MatterStatus;
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
/** Days without a word from the requester after which waiting ends (domain brief §4.1, edge cases). */
export const REQUESTER_SILENCE_DAYS = 10;
/** Days after "done" before silence closes a matter, and how many attempts must have been made (§4.1). */
export const UNCONFIRMED_DAYS = 7;
export const UNCONFIRMED_ATTEMPTS = 3;
/** Working days after the due date when an overdue matter turns red (§3.7, §4.4). */
export const RED_AFTER_WORKDAYS = 5;
/** Working days without a progress note that longer work may take (§4.1). */
export const PROGRESS_EVERY_WORKDAYS = 5;

const HANDLING: readonly MatterStatus[] = ['ASSIGNED', 'IN_PROGRESS', 'WAITING_EXTERNAL', 'ESCALATED'];
const AWAITING_ANSWER: readonly MatterStatus[] = ['DONE_BY_HANDLER', 'FOLLOW_UP'];

/** A reminder some hours before a deadline. */
function soonBefore(due: Date, hours: number): Date {
  return new Date(due.getTime() - hours * HOUR);
}

/** The timers of a matter, by kind, with the moment each is due. */
export function expectedTimers(matter: TimedMatter, calendar: WorkCalendar): Map<TimerKind, Date> {
  const timers = new Map<TimerKind, Date>();
  const set = (kind: TimerKind, at: Date | null) => at !== null && timers.set(kind, at);
  if (FINAL_STATUSES.includes(matter.status)) return timers;
  if (matter.status === 'SUBMITTED') set('ACCEPT_OVERDUE', matter.acceptDueAt);
  if (matter.status === 'ASSIGNED') set('LEAD_ACCEPT_OVERDUE', matter.leadAcceptDueAt);
  if (!AWAITING_ANSWER.includes(matter.status)) addHandlingTimers(matter, calendar, set);
  if (matter.status === 'WAITING_REQUESTER' && matter.waitingSince) {
    set('REQUESTER_SILENT', new Date(matter.waitingSince.getTime() + REQUESTER_SILENCE_DAYS * DAY));
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
  set: (kind: TimerKind, at: Date | null) => unknown,
): void {
  if (matter.firstActionDueAt && !matter.firstActionAt) set('FIRST_ACTION_OVERDUE', matter.firstActionDueAt);
  if (matter.contactDueAt && !matter.firstContactAt && !matter.anonymous) {
    set('CONTACT_DUE_SOON', soonBefore(matter.contactDueAt, 2));
    set('CONTACT_OVERDUE', matter.contactDueAt);
  }
  if (!matter.handleDueAt || !HANDLING.includes(matter.status)) return;
  set('HANDLE_DUE_SOON', soonBefore(matter.handleDueAt, 24));
  set('HANDLE_OVERDUE', matter.handleDueAt);
  const red = addWorkdays(calendar, matter.handleDueAt, RED_AFTER_WORKDAYS);
  if (red.known) set('HANDLE_OVERDUE_RED', red.value);
  if (matter.lastProgressAt && matter.status !== 'ASSIGNED') {
    const next = addWorkdays(calendar, matter.lastProgressAt, PROGRESS_EVERY_WORKDAYS);
    if (next.known) set('PROGRESS_EXPECTED', next.value);
  }
}

/**
 * Silence closes a matter seven days after "done", and only after three attempts to reach the reporter; an
 * anonymous reporter cannot be reached, so there the seven days are enough (§4.1).
 */
export function closesUnconfirmedAt(matter: TimedMatter): Date | null {
  if (!matter.doneAt) return null;
  const week = new Date(matter.doneAt.getTime() + UNCONFIRMED_DAYS * DAY);
  if (matter.anonymous) return week;
  if (matter.followUpAttempts < UNCONFIRMED_ATTEMPTS || !matter.lastAttemptAt) return null;
  return matter.lastAttemptAt > week ? matter.lastAttemptAt : week;
}
