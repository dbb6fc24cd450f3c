/**
 * The life cycle of a matter as data (domain brief §4.1). The guard in every command, the buttons on the
 * page, the table in the module's README and the exhaustive test all read this one table.
 */
import type { MatterAction, MatterStatus } from '../contract.ts';

/** Where an action may start, and where it may lead. An empty `to` leaves the state as it is. */
export type Transition = {
  readonly action: MatterAction | TimedAction;
  readonly from: readonly MatterStatus[];
  readonly to: readonly MatterStatus[];
};

/** Transitions made by the program (a timer, or news of another module), each explained in words on the matter. */
export const TIMED_ACTIONS = [
  'close-for-silence',
  'close-unconfirmed',
  'review-parking',
  'take-over',
] as const;
export type TimedAction = (typeof TIMED_ACTIONS)[number];

/** Somebody is working on it. */
const WORKING: readonly MatterStatus[] = ['IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_EXTERNAL'];
/** It has been given to an organisation and is not finished. */
const IN_HAND: readonly MatterStatus[] = ['ASSIGNED', ...WORKING, 'PARKED', 'ESCALATED'];
/** Not finished. */
const OPEN: readonly MatterStatus[] = ['SUBMITTED', 'ACCEPTED', ...IN_HAND, 'DONE_BY_HANDLER', 'FOLLOW_UP'];
const CLOSED: readonly MatterStatus[] = ['CLOSED_CONFIRMED', 'CLOSED_UNCONFIRMED', 'CLOSED_EXPLAINED'];

export const LIFECYCLE: readonly Transition[] = [
  { action: 'accept', from: ['SUBMITTED'], to: ['ACCEPTED'] },
  { action: 'decline', from: ['SUBMITTED', 'ACCEPTED'], to: ['DECLINED'] },
  { action: 'appeal-decline', from: ['DECLINED'], to: ['ESCALATED'] },
  { action: 'merge', from: ['SUBMITTED', 'ACCEPTED', 'ASSIGNED', 'IN_PROGRESS'], to: ['MERGED'] },
  { action: 'reclassify', from: ['SUBMITTED', 'ACCEPTED', ...IN_HAND], to: [] },
  { action: 'assign', from: ['ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'ESCALATED'], to: ['ASSIGNED'] },
  { action: 'accept-assignment', from: ['ASSIGNED'], to: ['IN_PROGRESS'] },
  { action: 'return-assignment', from: ['ASSIGNED'], to: ['ACCEPTED', 'ESCALATED'] },
  { action: 'rule-on-return', from: ['ESCALATED'], to: ['ASSIGNED'] },
  { action: 'record-contact', from: OPEN, to: [] },
  { action: 'add-note', from: OPEN, to: [] },
  { action: 'record-visit', from: ['ACCEPTED', ...IN_HAND], to: [] },
  {
    action: 'open-tracks',
    from: ['ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_EXTERNAL', 'ESCALATED'],
    to: [],
  },
  { action: 'update-track', from: IN_HAND, to: [] },
  { action: 'close-track', from: IN_HAND, to: [] },
  { action: 'set-roles', from: ['ACCEPTED', ...IN_HAND], to: [] },
  { action: 'add-co-handler', from: ['ACCEPTED', ...IN_HAND], to: [] },
  { action: 'wait-for-requester', from: ['IN_PROGRESS'], to: ['WAITING_REQUESTER'] },
  { action: 'wait-for-external', from: ['IN_PROGRESS'], to: ['WAITING_EXTERNAL'] },
  { action: 'resume', from: ['WAITING_REQUESTER', 'WAITING_EXTERNAL'], to: ['IN_PROGRESS'] },
  { action: 'reply', from: ['WAITING_REQUESTER'], to: ['IN_PROGRESS'] },
  { action: 'request-extension', from: ['IN_PROGRESS', 'WAITING_EXTERNAL'], to: [] },
  { action: 'decide-extension', from: WORKING, to: [] },
  { action: 'request-parking', from: ['IN_PROGRESS', 'WAITING_EXTERNAL'], to: [] },
  {
    action: 'decide-parking',
    from: WORKING,
    to: ['PARKED', 'IN_PROGRESS', 'WAITING_REQUESTER', 'WAITING_EXTERNAL'],
  },
  { action: 'end-parking', from: ['PARKED'], to: ['IN_PROGRESS'] },
  { action: 'supervise', from: IN_HAND, to: [] },
  { action: 'flag-chronic', from: OPEN, to: [] },
  {
    action: 'escalate',
    from: ['ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_EXTERNAL'],
    to: ['ESCALATED'],
  },
  { action: 'report-done', from: ['IN_PROGRESS', 'WAITING_EXTERNAL'], to: ['DONE_BY_HANDLER'] },
  { action: 'take-follow-up', from: ['DONE_BY_HANDLER'], to: ['FOLLOW_UP'] },
  {
    action: 'record-follow-up',
    from: ['DONE_BY_HANDLER', 'FOLLOW_UP', 'MERGED'],
    to: ['FOLLOW_UP', 'CLOSED_CONFIRMED', 'IN_PROGRESS', 'ESCALATED', 'MERGED'],
  },
  {
    action: 'answer-follow-up',
    from: ['DONE_BY_HANDLER', 'FOLLOW_UP', 'MERGED'],
    to: ['CLOSED_CONFIRMED', 'IN_PROGRESS', 'ESCALATED', 'MERGED'],
  },
  { action: 'rule-on-redo', from: ['ESCALATED'], to: ['IN_PROGRESS'] },
  { action: 'propose-explanation', from: ['ESCALATED'], to: [] },
  { action: 'confirm-explanation', from: ['ESCALATED'], to: ['CLOSED_EXPLAINED', 'ESCALATED'] },
  { action: 'reopen', from: CLOSED, to: ['IN_PROGRESS', 'ACCEPTED'] },
  { action: 'ask-withdrawal', from: OPEN, to: [] },
  { action: 'decide-withdrawal', from: OPEN, to: ['WITHDRAWN', ...OPEN] },
  { action: 'urge', from: [...OPEN, 'MERGED'], to: [] },
  { action: 'endorse', from: OPEN, to: [] },
  { action: 'link-external', from: OPEN, to: [] },
  { action: 'hide-text', from: [...OPEN, ...CLOSED, 'DECLINED', 'MERGED', 'WITHDRAWN'], to: [] },
  { action: 'change-consent', from: [...OPEN, ...CLOSED, 'DECLINED', 'MERGED', 'WITHDRAWN'], to: [] },
  { action: 'add-photo', from: OPEN, to: [] },
  { action: 'correct-entry', from: ['SUBMITTED', 'ACCEPTED', ...IN_HAND], to: [] },
  { action: 'close-for-silence', from: ['WAITING_REQUESTER'], to: ['CLOSED_UNCONFIRMED'] },
  { action: 'close-unconfirmed', from: ['DONE_BY_HANDLER', 'FOLLOW_UP'], to: ['CLOSED_UNCONFIRMED'] },
  { action: 'review-parking', from: ['PARKED'], to: [] },
  { action: 'take-over', from: OPEN, to: [] },
];

const BY_ACTION = new Map(LIFECYCLE.map((row) => [row.action, row]));

/** The row of an action. Every action has exactly one. */
export function transitionOf(action: MatterAction | TimedAction): Transition {
  const row = BY_ACTION.get(action);
  if (!row) throw new Error(`no life-cycle row for ${action}`);
  return row;
}

/** Whether an action may start in a state. */
export function mayStart(action: MatterAction | TimedAction, from: MatterStatus): boolean {
  return transitionOf(action).from.includes(from);
}

/** Whether an action may lead from one state to another; staying is always allowed where `to` is empty. */
export function mayLead(action: MatterAction | TimedAction, from: MatterStatus, to: MatterStatus): boolean {
  const row = transitionOf(action);
  if (!row.from.includes(from)) return false;
  return row.to.length === 0 ? from === to : row.to.includes(to);
}
