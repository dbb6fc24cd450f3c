/** What happens next with a matter and by when, as its reporter is told (domain brief §4.1). Pure. */
import type { MatterStatus } from '../../contract.ts';
import { rulesAt } from '../pace/deadlines.ts';

const DAY = 86_400_000;

/** Sentences under `matters.next.<step>`; those with a moment end in "by …", the others have none. */
export type Step =
  | 'take-up'
  | 'give-out'
  | 'contact-you'
  | 'handle'
  | 'hear-from-you'
  | 'wait-for-others'
  | 'review-parked'
  | 'branch-decides'
  | 'your-answer'
  | 'closed-confirmed'
  | 'closed-unconfirmed'
  | 'closed-explained'
  | 'declined'
  | 'merged'
  | 'withdrawn';

export type NextStep = {
  readonly step: Step;
  /** By when; null when no moment is promised. */
  readonly by: Date | null;
  /** The moment has passed and the step is still to be done. */
  readonly late: boolean;
};

export type SteppingMatter = {
  readonly status: MatterStatus;
  readonly submittedAt: Date;
  readonly anonymous: boolean;
  readonly acceptDueAt: Date | null;
  readonly contactDueAt: Date | null;
  readonly firstContactAt: Date | null;
  readonly handleDueAt: Date | null;
  readonly waitingSince: Date | null;
  readonly parkedReviewAt: Date | null;
  readonly doneAt: Date | null;
  readonly closedAt: Date | null;
};

function later(from: Date | null, days: number): Date | null {
  return from && new Date(from.getTime() + days * DAY);
}

function stepOf(m: SteppingMatter): readonly [Step, Date | null] {
  const awaitsContact = m.firstContactAt === null && m.contactDueAt !== null && !m.anonymous;
  const rules = rulesAt(m.submittedAt);
  switch (m.status) {
    case 'SUBMITTED':
      return ['take-up', m.acceptDueAt];
    case 'ACCEPTED':
      return awaitsContact ? ['contact-you', m.contactDueAt] : ['give-out', m.handleDueAt];
    case 'ASSIGNED':
    case 'IN_PROGRESS':
      return awaitsContact ? ['contact-you', m.contactDueAt] : ['handle', m.handleDueAt];
    case 'WAITING_REQUESTER':
      return ['hear-from-you', later(m.waitingSince, rules.requesterSilenceDays)];
    case 'WAITING_EXTERNAL':
      return ['wait-for-others', m.handleDueAt];
    case 'PARKED':
      return ['review-parked', m.parkedReviewAt];
    case 'ESCALATED':
      return ['branch-decides', m.handleDueAt];
    case 'DONE_BY_HANDLER':
    case 'FOLLOW_UP':
      return ['your-answer', later(m.doneAt, rules.unconfirmed.days)];
    case 'CLOSED_CONFIRMED':
      return ['closed-confirmed', later(m.closedAt, rules.reopenDays)];
    case 'CLOSED_UNCONFIRMED':
      return ['closed-unconfirmed', later(m.closedAt, rules.reopenDays)];
    case 'CLOSED_EXPLAINED':
      return ['closed-explained', later(m.closedAt, rules.reopenDays)];
    case 'DECLINED':
      return ['declined', null];
    case 'MERGED':
      return ['merged', null];
    case 'WITHDRAWN':
      return ['withdrawn', null];
  }
}

/** Steps somebody has promised by a moment: these can be late. The others only say until when one may do something. */
const PROMISED: readonly Step[] = [
  'take-up',
  'give-out',
  'contact-you',
  'handle',
  'wait-for-others',
  'review-parked',
  'branch-decides',
];

/** Whether somebody has promised the step by its moment. */
export function isPromised(step: Step): boolean {
  return PROMISED.includes(step);
}

/** A main matter's next step as a reporter merged into it reads it: what its own reporter must do is not theirs. */
export function sharedStep(next: NextStep): NextStep {
  if (next.step === 'hear-from-you') return { step: 'wait-for-others', by: null, late: false };
  return next.step.startsWith('closed-') ? { ...next, by: null } : next;
}

/** The next step of a matter at a moment. */
export function nextStep(matter: SteppingMatter, now: Date): NextStep {
  const [step, by] = stepOf(matter);
  return { step, by, late: by !== null && by < now && isPromised(step) };
}
