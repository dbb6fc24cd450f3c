/** Who may do what with resolutions and actions (domain brief §4.4, §3.16), as data. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { ActionFacts, ActionStep } from './contract.ts';

/** `any` post · `lead` of the organisation that leads · `lead-head` its head · `other` not the one that leads. */
type Relation = 'any' | 'lead' | 'lead-head' | 'other';
type Grant = { readonly roles: readonly Role[]; readonly as: Relation };

const PARTIES: readonly Role[] = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'];
const asLead: readonly Grant[] = [{ roles: PARTIES, as: 'lead' }];
/** Only the head of an organisation takes something on for it, or says no. */
const asHead: readonly Grant[] = [{ roles: PARTIES, as: 'lead-head' }];
const asBranch: readonly Grant[] = [{ roles: ['GB'], as: 'any' }];
/** Never verified by the organisation that did it. */
const asVerifier: readonly Grant[] = [{ roles: ['RC', 'GB'], as: 'other' }];

export const ACTION_PERMISSIONS: Readonly<Record<ActionStep | 'record-resolution', readonly Grant[]>> = {
  'record-resolution': asBranch,
  'accept-action': asHead,
  'contest-action': asHead,
  'settle-contest': asBranch,
  'submit-action': asLead,
  'strike-off': asVerifier,
  'return-action': asVerifier,
  'transfer-action': asHead,
  'ask-later': asLead,
  'grant-later': asBranch,
  'refuse-later': asBranch,
  'block-action': asLead,
  'unblock-action': asLead,
  'reopen-action': [{ roles: ['RC', 'GB'], as: 'any' }],
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<ActionStep | 'record-resolution'> = {
  'record-resolution': 'record-resolution',
  'move-action': Object.keys(ACTION_PERMISSIONS).filter(
    (one): one is ActionStep => one !== 'record-resolution',
  ),
};

function stands(as: Relation, actor: Actor, leadOrgId: string): boolean {
  const { post } = actor;
  if (!post) return false;
  if (as === 'any') return true;
  if (as === 'other') return post.orgId !== leadOrgId;
  return post.orgId === leadOrgId && (as === 'lead' || post.isHead);
}

/** Whether the actor may record what a meeting resolved. */
export function mayRecord(actor: Actor): Refusal | null {
  const granted = ACTION_PERMISSIONS['record-resolution'].some(({ roles }) => roles.includes(actor.role));
  return granted && actor.post
    ? null
    : refuse('resolutions.not-yours-to-record', { source: 'DOMAIN §3.16' }).refusal;
}

/** Why the actor may never take this step with this action, or null. Says nothing of its state. */
export function mayStep(actor: Actor, step: ActionStep, facts: ActionFacts): Refusal | null {
  const grants = ACTION_PERMISSIONS[step];
  if (grants.some((one) => one.roles.includes(actor.role) && stands(one.as, actor, facts.leadOrgId)))
    return null;
  const isVerifying = grants === asVerifier && actor.post?.orgId === facts.leadOrgId;
  return refuse(isVerifying ? 'resolutions.not-by-the-doer' : 'resolutions.not-yours', {
    source: 'DOMAIN §4.4',
  }).refusal;
}

/** Whether the actor reads the desk's pages of actions: every party of the meeting, street and auditor. */
export function readsActions(actor: Actor): boolean {
  return actor.post !== null && ([...PARTIES, 'ST', 'AUD'] as Role[]).includes(actor.role);
}
