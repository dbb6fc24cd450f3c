/** Who may draft and adopt rules of procedure (domain brief §3.16, rows "convene" and "sign"). Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { AgreementAction } from './contract/agreement.ts';
import type { RulesAction } from './contract/rules-of-procedure.ts';

type Scope = Readonly<Partial<Record<Role, 'any' | 'head'>>>;

/** The general branch convenes the joint meeting and drafts its rules; its secretary signs that they were adopted. */
export const RULES_PERMISSIONS: Readonly<Record<RulesAction, Scope>> = {
  'draft-rules': { GB: 'any' },
  'consult-rules': { GB: 'any' },
  'adopt-rules': { GB: 'head' },
  'withdraw-rules': { GB: 'any' },
};

const HEADS: Scope = {
  RC: 'head',
  GB: 'head',
  OC: 'head',
  PC: 'head',
  HO: 'head',
  AG: 'head',
  POL: 'head',
  VOL: 'head',
};
const ANYBODY_OF_A_PARTY: Scope = {
  RC: 'any',
  GB: 'any',
  OC: 'any',
  PC: 'any',
  HO: 'any',
  AG: 'any',
  POL: 'any',
  VOL: 'any',
};

/**
 * The general branch prepares the agreement; each party's head signs, leaves and takes on commitments for it. That
 * somebody acts for their own organisation, and confirms only another's commitment, the commands see to.
 */
export const AGREEMENT_PERMISSIONS: Readonly<Record<AgreementAction, Scope>> = {
  'draft-agreement': { GB: 'any' },
  'consult-agreement': { GB: 'any' },
  'open-signing': { GB: 'any' },
  'withdraw-agreement': { GB: 'any' },
  'review-agreement': { GB: 'any' },
  'keep-agreement': { GB: 'head' },
  'end-agreement': { GB: 'head' },
  'note-forum': { GB: 'any' },
  'sign-agreement': HEADS,
  'record-paper-signature': { GB: 'any' },
  'name-responsible': HEADS,
  'leave-agreement': HEADS,
  'take-commitment': HEADS,
  'evidence-commitment': ANYBODY_OF_A_PARTY,
  'judge-commitment': { ...HEADS, RC: 'any', GB: 'any' },
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<RulesAction | AgreementAction> = {
  'draft-agreement': 'draft-agreement',
  'draft-party': 'draft-agreement',
  'draft-commitment': 'draft-agreement',
  'move-agreement': [
    'consult-agreement',
    'open-signing',
    'withdraw-agreement',
    'review-agreement',
    'keep-agreement',
    'end-agreement',
  ],
  'note-forum': 'note-forum',
  'sign-agreement': 'sign-agreement',
  'record-paper-signature': 'record-paper-signature',
  'put-signature.part': 'PART',
  'name-responsible': 'name-responsible',
  'leave-agreement': 'leave-agreement',
  'ask-parties-anew': 'PROGRAM',
  'seal.part': 'PART',
  'heard.part': 'PART',
  'drop-commitments.part': 'PART',
  'promise.part': 'PART',
  'take-commitment': 'take-commitment',
  'evidence-commitment': 'evidence-commitment',
  'judge-commitment': 'judge-commitment',
  'draft-rules': 'draft-rules',
  'move-rules': ['consult-rules', 'adopt-rules', 'withdraw-rules'],
};

/** Whether the actor may take this step with rules of procedure; says nothing of their state. */
export function mayKeepRules(actor: Actor, action: RulesAction): Result<void> {
  const granted = grants(RULES_PERMISSIONS[action], actor);
  return granted ? ok() : refuse('agreements.rules-not-yours', { source: 'DOMAIN §3.16' });
}

/** Whether the actor may take this step with the co-building agreement; says nothing of its state or of which party. */
export function mayAgree(actor: Actor, action: AgreementAction): Result<void> {
  const granted = grants(AGREEMENT_PERMISSIONS[action], actor);
  return granted ? ok() : refuse('agreements.agreement-not-yours', { source: 'DOMAIN §3.16' });
}

function grants(scopes: Scope, actor: Actor): boolean {
  const scope = actor.post ? scopes[actor.role] : undefined;
  return scope === 'any' || (scope === 'head' && actor.post?.isHead === true);
}
