/** Who may bring something before everybody, and who may be the second person (domain brief §3.16). Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { PieceAction, PieceState } from './contract.ts';
import { leadsTo } from './rules/lifecycle.ts';

/** Whose pieces a role may write and look through: `any`, or those of its `own` organisation. */
const PUBLISHING: Readonly<Partial<Record<Role, 'any' | 'own'>>> = {
  RC: 'any',
  GB: 'any',
  OC: 'own',
  PC: 'own',
  HO: 'own',
  AG: 'own',
  POL: 'own',
};

/** The same by action: every step needs the right to publish, the second person's besides being another person. */
export const REDACTION_PERMISSIONS: Readonly<Record<PieceAction, typeof PUBLISHING>> = {
  change: PUBLISHING,
  dismiss: PUBLISHING,
  cover: PUBLISHING,
  'hand-over': PUBLISHING,
  'publish-alone': PUBLISHING,
  'take-down': PUBLISHING,
  approve: PUBLISHING,
  'send-back': PUBLISHING,
  publish: PUBLISHING,
  'look-afterwards': PUBLISHING,
};

/** What the guard must know of a piece. */
export type PieceFacts = {
  readonly state: PieceState;
  readonly orgId: string;
  readonly authorIds: readonly string[];
  readonly emergency: boolean;
  /** Published by one person; nobody has looked afterwards. */
  readonly reviewOpen: boolean;
};

/** `WRITER` whoever has the right · `SECOND` the same, and never somebody who wrote it. */
export const ACTION_RIGHTS: Readonly<Record<PieceAction, 'WRITER' | 'SECOND'>> = {
  change: 'WRITER',
  dismiss: 'WRITER',
  cover: 'WRITER',
  'hand-over': 'WRITER',
  'publish-alone': 'WRITER',
  'take-down': 'WRITER',
  approve: 'SECOND',
  'send-back': 'SECOND',
  publish: 'SECOND',
  'look-afterwards': 'SECOND',
};

/** Whether the actor may know of a piece of this organisation. */
export function maySee(actor: Actor, orgId: string): boolean {
  return reaches(actor, PUBLISHING, orgId);
}

function reaches(actor: Actor, right: typeof PUBLISHING, orgId: string): boolean {
  const scope = actor.post ? right[actor.role] : undefined;
  return scope === 'any' || (scope === 'own' && actor.post?.orgId === orgId);
}

/** Which pieces the actor may know of: all, one organisation's, or none. */
export function visibleOrg(actor: Actor): 'ALL' | 'NONE' | { readonly orgId: string } {
  const scope = actor.post ? PUBLISHING[actor.role] : undefined;
  if (!scope || !actor.post) return 'NONE';
  return scope === 'any' ? 'ALL' : { orgId: actor.post.orgId };
}

/**
 * Why the actor may not do this to a piece now, or null. The second person is another person, not another
 * post of the same one.
 */
export function mayDo(actor: Actor, action: PieceAction, piece: PieceFacts): Refusal | null {
  if (!reaches(actor, REDACTION_PERMISSIONS[action], piece.orgId) || actor.personId === null)
    return refuse('redaction.not-found').refusal;
  if (ACTION_RIGHTS[action] === 'SECOND' && piece.authorIds.includes(actor.personId)) {
    return refuse('redaction.second-person-must-be-another', { source: 'DOMAIN §3.16, §4.13' }).refusal;
  }
  if (leadsTo(action, piece.state) === null) return refuse('redaction.not-in-this-state').refusal;
  if (action === 'publish-alone' && !piece.emergency) {
    return refuse('redaction.only-an-emergency-goes-alone', { source: 'DOMAIN §3.11' }).refusal;
  }
  if (action === 'look-afterwards' && !piece.reviewOpen) return refuse('redaction.seen-already').refusal;
  return null;
}

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<PieceAction> = {
  // Inside another module's command, which has asked its own permission.
  'open-piece': 'PROGRAM',
  'change-piece': 'change',
  'dismiss-finding': 'dismiss',
  'cover-picture': 'cover',
  'hand-over-piece': 'hand-over',
  'approve-piece': ['approve', 'publish'],
  'send-back-piece': 'send-back',
  'publish-alone': 'publish-alone',
  'look-afterwards': 'look-afterwards',
  'take-down-piece': 'take-down',
  'on-piece': 'PART',
};
