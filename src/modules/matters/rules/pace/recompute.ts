/** Deadlines that could not be counted while a year had no calendar, counted afterwards. Pure. */
import type { Known, WorkCalendar } from '#kernel/work-calendar.ts';
import type { Level } from '../../contract.ts';
import { after, deadlinesFor, rulesAt, type Span } from './deadlines.ts';
import { earlierOf } from './plan.ts';

export type UncountedMatter = {
  readonly status: string;
  readonly level: Level;
  readonly orgRequest: boolean;
  readonly submittedAt: Date;
  readonly assignedAt: Date | null;
  readonly doneAt: Date | null;
  readonly redoCount: number;
  /** Where a redo began: nothing else has moved since, or the deadline would have been set by hand. */
  readonly lastProgressAt: Date | null;
  readonly acceptDueAt: Date | null;
  readonly leadAcceptDueAt: Date | null;
  readonly contactDueAt: Date | null;
  readonly firstActionDueAt: Date | null;
  readonly handleDueAt: Date | null;
  readonly followUpDueAt: Date | null;
  readonly externalDueAt: Date | null;
};

export type Counted = Pick<
  UncountedMatter,
  'acceptDueAt' | 'leadAcceptDueAt' | 'contactDueAt' | 'firstActionDueAt' | 'handleDueAt' | 'followUpDueAt'
> & {
  /** The year that is still missing, or null. */
  readonly unknownYear: number | null;
};

/** The deadlines of a matter with the ones that were missing filled in; those that were known stay. */
export function countMissing(m: UncountedMatter, calendar: WorkCalendar): Counted {
  const rules = rulesAt(m.submittedAt);
  let unknownYear: number | null = null;
  const value = (answer: Known<Date> | undefined): Date | null => {
    if (answer === undefined) return null;
    if (answer.known) return answer.value;
    unknownYear ??= answer.year;
    return null;
  };
  const span = (from: Date | null, length: Span) =>
    from === null ? null : value(after(calendar, from, length));
  const first = deadlinesFor(
    m.level,
    m.orgRequest ? 'ORGANISATION' : 'RESIDENT',
    m.submittedAt,
    calendar,
    rules,
  );
  const redone = m.redoCount > 0;
  const handle = redone ? span(m.lastProgressAt, rules.redo.handle) : value(first.handleDue);
  const contact = redone ? span(m.lastProgressAt, rules.redo.contact) : value(first.firstContactDue);
  return {
    acceptDueAt: m.acceptDueAt ?? value(first.acceptDue),
    contactDueAt: m.contactDueAt ?? contact,
    firstActionDueAt: m.firstActionDueAt ?? value(first.firstActionDue),
    handleDueAt: earlierOf(m.handleDueAt ?? handle, m.externalDueAt),
    leadAcceptDueAt:
      m.leadAcceptDueAt ?? (m.status === 'ASSIGNED' ? span(m.assignedAt, rules.leadAccept) : null),
    followUpDueAt: m.followUpDueAt ?? span(m.doneAt, rules.followUp),
    unknownYear,
  };
}
