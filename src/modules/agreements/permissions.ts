/** Who may draft and adopt rules of procedure (domain brief §3.16, rows "convene" and "sign"). Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { RulesAction } from './contract/rules-of-procedure.ts';

type Scope = Readonly<Partial<Record<Role, 'any' | 'head'>>>;

/** The general branch convenes the joint meeting and drafts its rules; its secretary signs that they were adopted. */
export const RULES_PERMISSIONS: Readonly<Record<RulesAction, Scope>> = {
  'draft-rules': { GB: 'any' },
  'consult-rules': { GB: 'any' },
  'adopt-rules': { GB: 'head' },
  'withdraw-rules': { GB: 'any' },
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<RulesAction> = {
  'draft-rules': 'draft-rules',
  'move-rules': ['consult-rules', 'adopt-rules', 'withdraw-rules'],
};

/** Whether the actor may take this step with rules of procedure; says nothing of their state. */
export function mayKeepRules(actor: Actor, action: RulesAction): Result<void> {
  const scope = actor.post ? RULES_PERMISSIONS[action][actor.role] : undefined;
  const granted = scope === 'any' || (scope === 'head' && actor.post?.isHead === true);
  return granted ? ok() : refuse('agreements.rules-not-yours', { source: 'DOMAIN §3.16' });
}
