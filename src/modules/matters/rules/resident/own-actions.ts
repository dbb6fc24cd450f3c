/** What a reporter may do with their matter now: the permission table, and what the state alone does not say. Pure. */
import type { Actor } from '#kernel/actor.ts';
import type { MatterAction, MatterFacts, MatterStatus } from '../../contract.ts';
import { mayNow } from '../../permissions.ts';
import { rulesAt } from '../pace/deadlines.ts';

/** Actions of a reporter, those that wait for them first. */
export const OWN_ACTIONS = [
  'answer-follow-up',
  'reply',
  'appeal-decline',
  'reopen',
  'urge',
  'add-photo',
  'ask-withdrawal',
  'change-consent',
] as const satisfies readonly MatterAction[];
export type OwnAction = (typeof OWN_ACTIONS)[number];

export type OwnFacts = {
  readonly facts: MatterFacts;
  /** State of the matter it was merged into. */
  readonly mainStatus: MatterStatus | null;
  /** Answered the two questions already; null when not. */
  readonly resolved: boolean | null;
  readonly submittedAt: Date;
  readonly closedAt: Date | null;
  readonly withdrawalAsked: boolean;
  readonly photos: number;
};

const DAY = 86_400_000;
const MOST_PHOTOS = 6;
/** States in which "solved?" can be answered. */
const TO_ANSWER: readonly MatterStatus[] = [
  'DONE_BY_HANDLER',
  'FOLLOW_UP',
  'CLOSED_CONFIRMED',
  'CLOSED_UNCONFIRMED',
  'CLOSED_EXPLAINED',
];

function isTime(action: OwnAction, own: OwnFacts, now: Date): boolean {
  const merged = own.facts.status === 'MERGED';
  switch (action) {
    case 'answer-follow-up':
      return (
        !merged || (own.resolved === null && own.mainStatus !== null && TO_ANSWER.includes(own.mainStatus))
      );
    case 'reopen':
      return (
        own.closedAt === null ||
        now.getTime() - own.closedAt.getTime() <= rulesAt(own.submittedAt).reopenDays * DAY
      );
    case 'ask-withdrawal':
      return !own.withdrawalAsked;
    case 'add-photo':
      return own.photos < MOST_PHOTOS;
    case 'urge':
      // While something waits for the reporter there is nothing to urge.
      if (own.facts.status === 'WAITING_REQUESTER') return false;
      return !TO_ANSWER.includes(merged ? (own.mainStatus ?? 'MERGED') : own.facts.status);
    case 'reply':
    case 'appeal-decline':
    case 'change-consent':
      return true;
  }
}

/** Consents are the person's own to give and to take back: no proxy does (domain brief §7, PIPL art. 14). */
function isForProxy(actor: Actor, action: OwnAction): boolean {
  return actor.onBehalfOf === null || action !== 'change-consent';
}

/** The actions to offer, in the order of {@link OWN_ACTIONS}. */
export function ownActions(actor: Actor, own: OwnFacts, now: Date): OwnAction[] {
  return OWN_ACTIONS.filter(
    (action) =>
      mayNow(actor, action, own.facts) === null && isTime(action, own, now) && isForProxy(actor, action),
  );
}

/** Whether a matter waits for its reporter: for the two answers, or for something they were asked. */
export function waitsForReporter(
  status: string,
  mainStatus: string | null,
  resolved: boolean | null,
): boolean {
  if (status === 'WAITING_REQUESTER') return true;
  if (status === 'DONE_BY_HANDLER' || status === 'FOLLOW_UP') return true;
  return status === 'MERGED' && resolved === null && TO_ANSWER.some((s) => s === mainStatus);
}
