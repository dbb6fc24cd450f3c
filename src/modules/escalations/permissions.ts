/** Who may do what with escalations (domain brief §4.2, §3.16), as data. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import {
  ESCALATION_STEPS,
  type EscalationFacts,
  type EscalationStep,
  WHISTLE_STEPS,
  type WhistleFacts,
  type WhistleStep,
} from './contract.ts';

/** `any` post · `lead` of the organisation that leads the matter · `asked` of the one a whistle went to. */
type Relation = 'any' | 'lead' | 'asked';
type Grant = { readonly roles: readonly Role[]; readonly as: Relation };
type EscalationAction = EscalationStep | WhistleStep | 'propose-escalation';

const PARTIES: readonly Role[] = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'];
const asBranch: readonly Grant[] = [{ roles: ['GB'], as: 'any' }];
const asCoordinators: readonly Grant[] = [{ roles: ['RC', 'GB'], as: 'any' }];
const asAsked: readonly Grant[] = [{ roles: ['HO', 'AG', 'POL', 'ST'], as: 'asked' }];

export const ESCALATION_PERMISSIONS: Readonly<Record<EscalationAction, readonly Grant[]>> = {
  'propose-escalation': asCoordinators,
  triage: asBranch,
  'call-ad-hoc': asBranch,
  schedule: asBranch,
  whistle: asBranch,
  'send-to-owners': asBranch,
  'send-to-mediation': asBranch,
  reject: asBranch,
  'record-decision': asBranch,
  'begin-tracking': asBranch,
  'finish-procedure': asBranch,
  resolve: asCoordinators,
  'begin-again': asCoordinators,
  // Whoever is nearest to the requester says how it stands.
  'reply-interim': [...asCoordinators, { roles: PARTIES, as: 'lead' }],
  'plan-procedures': asBranch,
  'acknowledge-whistle': asAsked,
  'answer-whistle': asAsked,
  'pass-whistle-on': [{ roles: ['ST'], as: 'asked' }],
  // The street presses whoever does not answer.
  'press-whistle': [{ roles: ['ST'], as: 'any' }],
  'withdraw-whistle': asBranch,
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<EscalationAction> = {
  'propose-escalation': 'propose-escalation',
  'move-escalation': ESCALATION_STEPS,
  'move-whistle': WHISTLE_STEPS,
  'hear-matters': 'PROGRAM',
  'hear-resolutions': 'PROGRAM',
  'tell-waiting': 'PROGRAM',
  // Called by the meeting, which has asked its own permission.
  'on-agenda': 'PART',
  'known-escalation': 'PART',
  'save-step': 'PART',
  'open-escalation': 'PART',
  'send-whistle': 'PART',
};

function stands(as: Relation, { post }: Actor, orgId: string | null): boolean {
  return post !== null && (as === 'any' || post.orgId === orgId);
}

const notYours = (): Refusal => refuse('escalations.not-yours', { source: 'DOMAIN §4.2' }).refusal;

/** Why the actor may not propose that a matter climbs, or null. */
export function mayPropose(actor: Actor): Refusal | null {
  const granted = ESCALATION_PERMISSIONS['propose-escalation'].some(({ roles }) =>
    roles.includes(actor.role),
  );
  return granted && actor.post ? null : notYours();
}

/** Why the actor may never take this step, or null. Says nothing of its state. */
export function mayStep(actor: Actor, step: EscalationStep, facts: EscalationFacts): Refusal | null {
  const granted = ESCALATION_PERMISSIONS[step].some(
    ({ roles, as }) => roles.includes(actor.role) && stands(as, actor, facts.leadOrgId),
  );
  return granted ? null : notYours();
}

/** Why the actor may never take this step with a whistle, or null. */
export function mayWhistle(actor: Actor, step: WhistleStep, facts: WhistleFacts): Refusal | null {
  const granted = ESCALATION_PERMISSIONS[step].some(
    ({ roles, as }) => roles.includes(actor.role) && stands(as, actor, facts.orgId),
  );
  return granted ? null : notYours();
}

/** Which escalations the actor reads: all; those that concern the own organisation; none. */
export function readsEscalations({ role, post }: Actor): 'all' | 'own' | 'none' {
  if (role === 'SYS') return 'all';
  if (!post) return 'none';
  if (['RC', 'GB', 'ST', 'AUD'].includes(role)) return 'all';
  return PARTIES.includes(role) ? 'own' : 'none';
}

/** Whether an escalation concerns the actor's organisation: it leads the matter, raised it, or was asked to help. */
export function mayRead(
  actor: Actor,
  facts: Pick<EscalationFacts, 'leadOrgId' | 'reporterOrgId' | 'whistledOrgIds'>,
): boolean {
  const scope = readsEscalations(actor);
  if (scope !== 'own') return scope === 'all';
  const own = actor.post?.orgId ?? '';
  return own === facts.leadOrgId || own === facts.reporterOrgId || facts.whistledOrgIds.includes(own);
}
