/** Who may do what with resolutions and actions (domain brief §4.4, §3.16), as data. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { ActionFacts, ActionStep } from './contract.ts';

/**
 * `any` post · `lead` of the organisation that leads · `lead-head` its head · `other` not the one that leads ·
 * `requester` raised a matter it came from, and does not lead.
 */
type Relation = 'any' | 'lead' | 'lead-head' | 'other' | 'requester';
type Grant = { readonly roles: readonly Role[]; readonly as: Relation };
type ResolutionAction = ActionStep | 'record-resolution' | 'end-resolution';

const PARTIES: readonly Role[] = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'];
const asLead: readonly Grant[] = [{ roles: PARTIES, as: 'lead' }];
/** Only the head of an organisation takes something on for it, or says no. */
const asHead: readonly Grant[] = [{ roles: PARTIES, as: 'lead-head' }];
const asBranch: readonly Grant[] = [{ roles: ['GB'], as: 'any' }];
/** Never verified by the organisation that did it. */
const asVerifier: readonly Grant[] = [{ roles: ['RC', 'GB'], as: 'other' }];
const asCoordinators: readonly Grant[] = [{ roles: ['RC', 'GB'], as: 'any' }];

export const ACTION_PERMISSIONS: Readonly<Record<ResolutionAction, readonly Grant[]>> = {
  'record-resolution': asBranch,
  'end-resolution': asBranch,
  'accept-action': asHead,
  'contest-action': asHead,
  'settle-contest': asBranch,
  'submit-action': asLead,
  'check-action': asVerifier,
  'answer-as-requester': [{ roles: ['RES', 'OWN', 'BL', 'VOL', ...PARTIES], as: 'requester' }],
  'record-answer': asVerifier,
  'strike-off': asVerifier,
  'return-action': asVerifier,
  // The street reads, and says what has to happen where the meeting got nowhere.
  'supervise-action': [{ roles: ['ST'], as: 'any' }],
  'transfer-action': asHead,
  'ask-later': asLead,
  'grant-later': asBranch,
  'refuse-later': asBranch,
  'block-action': asLead,
  'unblock-action': asLead,
  'split-action': [{ roles: PARTIES, as: 'lead-head' }, ...asBranch],
  'wait-for-action': [...asLead, ...asBranch],
  'stop-waiting': asBranch,
  'reopen-action': asCoordinators,
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<ResolutionAction> = {
  'record-resolution': 'record-resolution',
  'end-resolution': 'end-resolution',
  'move-action': Object.keys(ACTION_PERMISSIONS).filter(
    (one): one is ActionStep => one !== 'record-resolution' && one !== 'end-resolution',
  ),
  'adopt-resolution.part': 'PART',
  'verify-action': 'PART',
  'pass-action-on': 'PART',
  'split-action': 'PART',
  'known-action': 'PART',
  'flow-back': 'PART',
  'tell-lights': 'PROGRAM',
  'organisation-left': 'PROGRAM',
};

function stands(as: Relation, actor: Actor, facts: ActionFacts): boolean {
  const { post } = actor;
  if (as === 'requester') return facts.isRequester && post?.orgId !== facts.leadOrgId;
  if (!post) return false;
  if (as === 'any') return true;
  if (as === 'other') return post.orgId !== facts.leadOrgId;
  return post.orgId === facts.leadOrgId && (as === 'lead' || post.isHead);
}

/** Whether the actor may record what a meeting resolved, or that it no longer stands. */
export function mayRecord(
  actor: Actor,
  action: 'record-resolution' | 'end-resolution' = 'record-resolution',
): Refusal | null {
  const granted = ACTION_PERMISSIONS[action].some(({ roles }) => roles.includes(actor.role));
  return granted && actor.post
    ? null
    : refuse('resolutions.not-yours-to-record', { source: 'DOMAIN §3.16' }).refusal;
}

/** Why the actor may never take this step with this action, or null. Says nothing of its state. */
export function mayStep(actor: Actor, step: ActionStep, facts: ActionFacts): Refusal | null {
  const grants = ACTION_PERMISSIONS[step];
  if (grants.some((one) => one.roles.includes(actor.role) && stands(one.as, actor, facts))) return null;
  const isVerifying = grants === asVerifier && actor.post?.orgId === facts.leadOrgId;
  return refuse(isVerifying ? 'resolutions.not-by-the-doer' : 'resolutions.not-yours', {
    source: 'DOMAIN §4.4',
  }).refusal;
}

/** Whether the actor reads the desk's pages of actions: every party of the meeting, street and auditor. */
export function readsActions(actor: Actor): boolean {
  return actor.post !== null && ([...PARTIES, 'ST', 'AUD'] as Role[]).includes(actor.role);
}
