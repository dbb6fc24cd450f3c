/** Which actions a matter's page offers, and in which order (domain brief §3.16, §4.1). Pure. */
import type { Actor } from '#kernel/actor.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { MatterAction, MatterFacts, MatterStatus } from '../../contract.ts';
import { mayEver, mayNow } from '../../permissions.ts';
import { transitionOf } from '../lifecycle.ts';

/** `flow` carries it on · `record` writes something down · `more` is needed now and then. */
export type OfferGroup = 'flow' | 'record' | 'more';

/** Actions by group, in the order of their buttons. */
export const OFFERED: Readonly<Record<OfferGroup, readonly MatterAction[]>> = {
  flow: [
    'accept',
    'assign',
    'accept-assignment',
    'rule-on-return',
    'rule-on-redo',
    'decide-extension',
    'decide-parking',
    'decide-withdrawal',
    'confirm-explanation',
    'take-follow-up',
    'record-follow-up',
    'answer-follow-up',
    'resume',
    'end-parking',
    'open-tracks',
    'report-done',
    'decline',
    'appeal-decline',
    'merge',
    'return-assignment',
    'propose-explanation',
    'reopen',
  ],
  record: ['record-contact', 'add-note', 'record-visit', 'update-track', 'close-track'],
  more: [
    'reply',
    'urge',
    'reclassify',
    'add-co-handler',
    'set-roles',
    'wait-for-requester',
    'wait-for-external',
    'request-extension',
    'request-parking',
    'escalate',
    'supervise',
    'flag-chronic',
    'link-external',
    'endorse',
    'correct-entry',
    'ask-withdrawal',
    'hide-text',
    'change-consent',
  ],
};

/** What the state alone does not say. */
export type OfferFacts = {
  readonly openTracks: number;
  readonly twoTrack: boolean;
  readonly extensionAsked: boolean;
  readonly parkingAsked: boolean;
  readonly withdrawalAsked: boolean;
  readonly extended: boolean;
  readonly chronic: boolean;
  readonly supervisionLevel: number;
  readonly textHidden: boolean;
  readonly answered: boolean;
};

export type Offer = {
  readonly action: MatterAction;
  readonly group: OfferGroup;
  /** Null: it may be done now. */
  readonly refusal: Refusal | null;
  /** States in which it could be done, when the state is the reason. */
  readonly from: readonly MatterStatus[];
};

/** Refusals of the permission table that are worth telling: somebody else of the same role may do it. */
const WORTH_TELLING = ['matters.follow-up-by-own-organisation', 'matters.explanation-needs-second-person'];

/** Actions that only make sense once something has been asked; before that they are not spoken of. */
function isUnasked(action: MatterAction, own: OfferFacts, facts: MatterFacts): boolean {
  switch (action) {
    case 'decide-extension':
      return !own.extensionAsked;
    case 'decide-parking':
      return !own.parkingAsked;
    case 'decide-withdrawal':
      return !own.withdrawalAsked;
    case 'rule-on-return':
      return !facts.awaitsReturnRuling;
    case 'rule-on-redo':
      return !facts.awaitsRedoRuling;
    case 'confirm-explanation':
      return facts.explanationProposedBy === null;
    case 'propose-explanation':
      return facts.explanationProposedBy !== null;
    case 'request-extension':
      return own.extended || own.extensionAsked;
    case 'request-parking':
      return own.parkingAsked;
    case 'ask-withdrawal':
      return own.withdrawalAsked;
    case 'open-tracks':
      return own.twoTrack;
    case 'update-track':
    case 'close-track':
      return own.openTracks === 0;
    case 'flag-chronic':
      return own.chronic;
    case 'supervise':
      return own.supervisionLevel >= 3;
    case 'hide-text':
      return own.textHidden;
    case 'assign':
      return facts.awaitsReturnRuling || facts.awaitsRedoRuling;
    case 'record-follow-up':
    case 'answer-follow-up':
      return facts.status === 'MERGED' && own.answered;
    default:
      return false;
  }
}

function blocked(action: MatterAction, own: OfferFacts): Refusal | null {
  if (action !== 'report-done' || own.openTracks === 0) return null;
  return refuse('matters.track-still-open', { params: { count: own.openTracks } }).refusal;
}

/** Steps that are worth naming before their time, and the states in which they come next. */
const SPOKEN_OF_AHEAD: Partial<Readonly<Record<MatterAction, readonly MatterStatus[]>>> = {
  assign: ['SUBMITTED'],
  'accept-assignment': ['ACCEPTED'],
  'report-done': ['ASSIGNED', 'WAITING_REQUESTER', 'PARKED'],
  'record-follow-up': ['IN_PROGRESS', 'WAITING_EXTERNAL'],
};

/** Giving it to somebody else and merging late are possible, but not what comes next. */
function placed(action: MatterAction, group: OfferGroup, status: MatterStatus): OfferGroup {
  const early: readonly MatterStatus[] = ['SUBMITTED', 'ACCEPTED', 'ESCALATED'];
  return (action === 'assign' || action === 'merge') && !early.includes(status) ? 'more' : group;
}

/**
 * The actions to show, those possible now first. What a role can never do is left out; of what is not
 * possible yet only the steps that come next are named, each with its reason.
 *
 * @param awaited actions the matter waits for, most pressing first: they come first.
 */
export function offersFor(
  actor: Actor,
  facts: MatterFacts,
  own: OfferFacts,
  awaited: readonly MatterAction[],
): Offer[] {
  const offers: Offer[] = [];
  for (const group of ['flow', 'record', 'more'] as const) {
    for (const action of OFFERED[group]) {
      if (isUnasked(action, own, facts)) continue;
      const never = mayEver(actor, action, facts);
      if (never && !WORTH_TELLING.includes(never.code)) continue;
      const refusal = mayNow(actor, action, facts) ?? blocked(action, own);
      const byState = refusal?.code === 'matters.not-in-this-state';
      const inTime = transitionOf(action).from.includes(facts.status);
      if (refusal && !inTime && !SPOKEN_OF_AHEAD[action]?.includes(facts.status)) continue;
      offers.push({
        action,
        group: placed(action, group, facts.status),
        refusal,
        from: byState ? transitionOf(action).from : [],
      });
    }
  }
  const rank = (offer: Offer) => {
    const at = awaited.indexOf(offer.action);
    return at < 0 ? awaited.length : at;
  };
  return offers
    .map((offer) => (awaited.includes(offer.action) ? { ...offer, group: 'flow' as const } : offer))
    .sort((a, b) => Number(a.refusal !== null) - Number(b.refusal !== null) || rank(a) - rank(b));
}
