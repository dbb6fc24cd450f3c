/** The clocks of a matter's page: which deadlines count, how they stand, and what they are based on. Pure. */
import type { WorkCalendar } from '#kernel/work-calendar.ts';
import type { Level } from '../../contract.ts';
import { type Clock, clockOf } from '../pace/clock.ts';
import { rulesOn, type Span } from '../pace/deadlines.ts';

export type ClockName =
  | 'accept'
  | 'lead-accept'
  | 'first-action'
  | 'contact'
  | 'handle'
  | 'parking'
  | 'follow-up';

/** What a deadline is based on; words under `desk.basis.<why>`. */
export type Basis = {
  readonly why: 'level' | 'organisation' | 'rule' | 'extended' | 'redo' | 'hotline' | 'branch';
  readonly span: Span | null;
};

export type NamedClock = { readonly name: ClockName; readonly clock: Clock; readonly basis: Basis };

export type ClockedMatter = {
  readonly status: string;
  readonly level: Level;
  readonly anonymous: boolean;
  readonly submittedOn: string;
  readonly submittedAt: Date;
  readonly acceptDueAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly assignedAt: Date | null;
  readonly leadAcceptDueAt: Date | null;
  readonly leadAcceptedAt: Date | null;
  readonly firstActionDueAt: Date | null;
  readonly firstActionAt: Date | null;
  readonly contactDueAt: Date | null;
  readonly firstContactAt: Date | null;
  readonly handleDueAt: Date | null;
  readonly doneAt: Date | null;
  readonly closedAt: Date | null;
  readonly followUpDueAt: Date | null;
  readonly lastAttemptAt: Date | null;
  readonly parkedReviewAt: Date | null;
  readonly waitingSince: Date | null;
  readonly extended: boolean;
  readonly redoCount: number;
  readonly externalDueAt: Date | null;
};

const redo = (span: Span): Basis => ({ why: 'redo', span });

/** The deadlines of a matter in the order in which they come; those that are over and met are left out of old ones. */
export function clocksOf(m: ClockedMatter, now: Date, calendar: WorkCalendar): NamedClock[] {
  const rules = rulesOn(m.submittedOn);
  const spans = rules.levels[m.level];
  const level = (span: Span): Basis => ({ why: 'level', span });
  const paused = m.status === 'WAITING_REQUESTER' || m.status === 'PARKED';
  const over = m.closedAt ?? null;
  const clocks: NamedClock[] = [];
  const add = (
    name: ClockName,
    due: Date | null,
    start: Date | null,
    doneAt: Date | null,
    basis: Basis,
    stops = false,
  ) => {
    if (due === null) return;
    const facts = { due, start: start ?? m.submittedAt, doneAt: doneAt ?? over, paused: stops && paused };
    clocks.push({ name, clock: clockOf(facts, now, calendar), basis });
  };
  add('accept', m.acceptDueAt, m.submittedAt, m.acceptedAt, level(spans.accept));
  if (m.status !== 'SUBMITTED')
    add('lead-accept', m.leadAcceptDueAt, m.assignedAt, m.leadAcceptedAt, {
      why: 'rule',
      span: rules.leadAccept,
    });
  add('first-action', m.firstActionDueAt, m.submittedAt, m.firstActionAt, {
    why: 'organisation',
    span: rules.organisationFirstAction,
  });
  if (!m.anonymous)
    add(
      'contact',
      m.contactDueAt,
      m.submittedAt,
      m.firstContactAt,
      m.redoCount > 0 ? redo(rules.redo.contact) : level(spans.contact),
    );
  add(
    'handle',
    m.handleDueAt,
    m.submittedAt,
    m.doneAt,
    handleBasis(m, spans.handle, rules.redo.handle),
    true,
  );
  if (m.status === 'PARKED')
    add('parking', m.parkedReviewAt, m.waitingSince, null, { why: 'branch', span: null });
  if (m.doneAt)
    add('follow-up', m.followUpDueAt, m.doneAt, m.lastAttemptAt, { why: 'rule', span: rules.followUp });
  return clocks;
}

function handleBasis(m: ClockedMatter, span: Span, again: Span): Basis {
  if (m.redoCount > 0) return redo(again);
  if (m.extended) return { why: 'extended', span: null };
  if (m.externalDueAt && m.handleDueAt && m.externalDueAt.getTime() === m.handleDueAt.getTime())
    return { why: 'hotline', span: null };
  return { why: 'level', span };
}
