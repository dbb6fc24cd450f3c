/**
 * What is awaited of whom at the desk, as data (domain brief §3.8, §4.1, §4.2). The desk's list asks the
 * database with these rows, the page and its buttons ask {@link waitingFor}: one table, two readers. Pure.
 */
import type { Actor, Role } from '#kernel/actor.ts';
import type { MatterAction, MatterStatus } from '../../contract.ts';

/** What somebody has to do, in the order of what hurts first; words under `desk.awaited.<name>`. */
export const AWAITED = [
  'accept',
  'dispatch',
  'accept-assignment',
  'first-action',
  'first-contact',
  'decide-extension',
  'decide-parking',
  'rule-on-return',
  'rule-on-redo',
  'decide-escalation',
  'confirm-explanation',
  'withdrawal-call',
  'review-parking',
  'follow-up',
  'handle',
  'enter-calendar-year',
] as const;
export type Awaited = (typeof AWAITED)[number];

/** What must be true besides the state; each is asked here of facts and in store/desk of rows. */
export const CONDITIONS = [
  'desk',
  'own-organisation-leads',
  'own-post-leads',
  'outside',
  'branch-steps-in',
  'not-contacted',
  'no-first-action',
  'extension-asked',
  'parking-asked',
  'withdrawal-asked',
  'second-return',
  'second-redo',
  'other-escalation',
  'explanation-by-somebody-else',
  'review-day-has-come',
  'follow-up-is-free-or-mine',
  'committee-handled-it',
  'calendar-year-missing',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** What a matter must tell for the question who has to act. */
export type WaitingFacts = {
  readonly status: MatterStatus;
  readonly leadOrgId: string | null;
  readonly leadPostId: string | null;
  readonly coHandlerOrgIds: readonly string[];
  readonly complainedOrgId: string | null;
  readonly reporterOrgId: string | null;
  readonly anonymous: boolean;
  readonly level: string;
  readonly orgRequest: boolean;
  readonly acceptDueAt: Date | null;
  readonly firstActionDueAt: Date | null;
  readonly firstActionAt: Date | null;
  readonly firstContactAt: Date | null;
  readonly escalationReason: string | null;
  readonly followUpPostId: string | null;
  readonly parkedReviewOn: string | null;
  readonly unknownCalendarYear: number | null;
  readonly extensionAsked: boolean;
  readonly parkingAsked: boolean;
  readonly withdrawalAsked: boolean;
  readonly explanationProposedBy: string | null;
  /** Organisations whose desk may take it up. */
  readonly deskOrgIds: readonly string[];
  /** Whether the residents' committee leads or helps, so that it cannot follow up. */
  readonly committeeHandles: boolean;
};

export type WaitingRow = {
  readonly awaited: Awaited;
  /** The action that answers it. */
  readonly action: MatterAction | null;
  readonly statuses: readonly MatterStatus[];
  readonly roles: readonly Role[];
  readonly when: readonly Condition[];
};

const HANDLERS: readonly Role[] = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'];
const DESKS: readonly Role[] = ['OC', 'PC'];
const WORKING: readonly MatterStatus[] = ['IN_PROGRESS', 'WAITING_EXTERNAL'];
const PACED: readonly MatterStatus[] = ['IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_EXTERNAL'];
const ASKED: readonly MatterStatus[] = ['DONE_BY_HANDLER', 'FOLLOW_UP'];
const OPEN: readonly MatterStatus[] = [
  'SUBMITTED',
  'ACCEPTED',
  'ASSIGNED',
  ...PACED,
  'PARKED',
  'ESCALATED',
  ...ASKED,
];

type More = { readonly action?: MatterAction | null; readonly when?: readonly Condition[] };
function row(
  awaited: Awaited,
  statuses: readonly MatterStatus[],
  roles: readonly Role[],
  more: More = {},
): WaitingRow {
  return { awaited, statuses, roles, action: more.action ?? null, when: more.when ?? [] };
}

export const WAITING_ROWS: readonly WaitingRow[] = [
  row('accept', ['SUBMITTED'], ['RC'], { action: 'accept' }),
  row('accept', ['SUBMITTED'], ['GB'], { action: 'accept', when: ['branch-steps-in'] }),
  row('accept', ['SUBMITTED'], DESKS, { action: 'accept', when: ['desk'] }),
  row('dispatch', ['ACCEPTED'], ['RC'], { action: 'assign' }),
  row('dispatch', ['ACCEPTED'], ['GB'], { action: 'assign', when: ['branch-steps-in'] }),
  row('dispatch', ['ACCEPTED'], DESKS, { action: 'assign', when: ['desk'] }),
  row('accept-assignment', ['ASSIGNED'], HANDLERS, {
    action: 'accept-assignment',
    when: ['own-organisation-leads'],
  }),
  row('first-action', ['ASSIGNED', ...WORKING], HANDLERS, {
    action: 'record-contact',
    when: ['own-post-leads', 'no-first-action'],
  }),
  row('first-contact', WORKING, HANDLERS, {
    action: 'record-contact',
    when: ['own-post-leads', 'not-contacted'],
  }),
  row('decide-extension', PACED, ['GB'], { action: 'decide-extension', when: ['extension-asked'] }),
  row('decide-parking', PACED, ['GB'], { action: 'decide-parking', when: ['parking-asked'] }),
  row('rule-on-return', ['ESCALATED'], ['GB'], { action: 'rule-on-return', when: ['second-return'] }),
  row('rule-on-redo', ['ESCALATED'], ['GB'], { action: 'rule-on-redo', when: ['second-redo'] }),
  row('decide-escalation', ['ESCALATED'], ['GB'], { action: 'assign', when: ['other-escalation'] }),
  row('confirm-explanation', ['ESCALATED'], ['RC', 'GB'], {
    action: 'confirm-explanation',
    when: ['explanation-by-somebody-else'],
  }),
  row('withdrawal-call', OPEN, ['RC'], {
    action: 'decide-withdrawal',
    when: ['withdrawal-asked', 'outside'],
  }),
  row('withdrawal-call', OPEN, ['GB'], {
    action: 'decide-withdrawal',
    when: ['withdrawal-asked', 'committee-handled-it', 'outside'],
  }),
  row('review-parking', ['PARKED'], HANDLERS, {
    action: 'end-parking',
    when: ['own-post-leads', 'review-day-has-come'],
  }),
  row('review-parking', ['PARKED'], ['GB'], { action: 'end-parking', when: ['review-day-has-come'] }),
  row('follow-up', ASKED, ['RC'], {
    action: 'record-follow-up',
    when: ['outside', 'follow-up-is-free-or-mine'],
  }),
  row('follow-up', ASKED, ['GB'], {
    action: 'record-follow-up',
    when: ['committee-handled-it', 'outside', 'follow-up-is-free-or-mine'],
  }),
  row('handle', WORKING, HANDLERS, { action: 'report-done', when: ['own-post-leads'] }),
  row('enter-calendar-year', OPEN, ['RC', 'GB'], { when: ['calendar-year-missing'] }),
];

/** The moment and day a question is asked, for conditions that time makes true. */
type At = { readonly now: Date; readonly today: string };
type Ask = (facts: WaitingFacts, actor: Actor, at: At) => boolean;

const org = (actor: Actor) => actor.post?.orgId ?? null;
const leads: Ask = (f, actor) => org(actor) !== null && org(actor) === f.leadOrgId;

const ASKS: Readonly<Record<Condition, Ask>> = {
  desk: (f, actor) => {
    const own = org(actor);
    return own !== null && f.deskOrgIds.includes(own) && own !== f.complainedOrgId;
  },
  'own-organisation-leads': leads,
  'own-post-leads': (f, actor, at) =>
    leads(f, actor, at) &&
    (f.leadPostId === null || f.leadPostId === actor.post?.postId || actor.post?.isHead === true),
  outside: (f, actor) => {
    const own = org(actor);
    if (own === null) return false;
    return ![f.leadOrgId, f.complainedOrgId, f.reporterOrgId, ...f.coHandlerOrgIds].includes(own);
  },
  'branch-steps-in': (f, _actor, at) =>
    f.level === 'P0' || f.orgRequest || (f.acceptDueAt !== null && f.acceptDueAt < at.now),
  'not-contacted': (f) => f.firstContactAt === null && !f.anonymous,
  'no-first-action': (f) => f.firstActionDueAt !== null && f.firstActionAt === null,
  'extension-asked': (f) => f.extensionAsked,
  'parking-asked': (f) => f.parkingAsked,
  'withdrawal-asked': (f) => f.withdrawalAsked,
  'second-return': (f) => f.escalationReason === 'SECOND_RETURN',
  'second-redo': (f) => f.escalationReason === 'SECOND_REDO',
  'other-escalation': (f) => f.escalationReason !== 'SECOND_RETURN' && f.escalationReason !== 'SECOND_REDO',
  'explanation-by-somebody-else': (f, actor) =>
    f.explanationProposedBy !== null && f.explanationProposedBy !== actor.personId,
  'review-day-has-come': (f, _actor, at) => f.parkedReviewOn !== null && f.parkedReviewOn <= at.today,
  'follow-up-is-free-or-mine': (f, actor) =>
    f.followUpPostId === null || f.followUpPostId === actor.post?.postId,
  'committee-handled-it': (f) => f.committeeHandles,
  'calendar-year-missing': (f) => f.unknownCalendarYear !== null,
};

/** The rows that can concern somebody of this role at all. */
export function waitingRowsOf(actor: Actor): readonly WaitingRow[] {
  return actor.post === null ? [] : WAITING_ROWS.filter((r) => r.roles.includes(actor.role));
}

/**
 * What a matter awaits from an actor, what hurts first in front; nothing when it awaits others.
 *
 * @param today the day of `now` in Shanghai, `2026-11-20`.
 */
export function waitingFor(actor: Actor, facts: WaitingFacts, now: Date, today: string): WaitingRow[] {
  const mine = waitingRowsOf(actor).filter(
    (r) =>
      r.statuses.includes(facts.status) && r.when.every((name) => ASKS[name](facts, actor, { now, today })),
  );
  const seen = new Set<Awaited>();
  return mine
    .filter((r) => !seen.has(r.awaited) && seen.add(r.awaited))
    .sort((a, b) => AWAITED.indexOf(a.awaited) - AWAITED.indexOf(b.awaited));
}
