/** Who may publish a works notice and put another in its place (domain brief §3.16, "publish notice"). Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';

export type NoticeAction =
  | 'publish'
  | 'replace'
  | 'announce'
  | 'supersede'
  | 'extend-period'
  | 'object'
  | 'record-objection'
  | 'answer-objection'
  | 'hang-up'
  | 'take-down';

/**
 * `any` estate and notice · `own`: estates its organisation serves, notices it issued (service notices) ·
 * `self`: lives or owns where the notice concerns.
 */
type Scope = Readonly<Partial<Record<Role, 'any' | 'own' | 'self'>>>;

const ISSUERS: Scope = { RC: 'any', GB: 'any', OC: 'own', PC: 'own' };
/** The organisation that issued the notice, whichever it is. */
const RECEIVERS: Scope = { RC: 'own', GB: 'own', OC: 'own', PC: 'own' };

export const NOTICE_PERMISSIONS: Readonly<Record<NoticeAction, Scope>> = {
  publish: ISSUERS,
  replace: ISSUERS,
  announce: ISSUERS,
  supersede: ISSUERS,
  'extend-period': ISSUERS,
  object: { RES: 'self', OWN: 'self', VOL: 'self', BL: 'self' },
  // The real name is for whoever receives the objection, and nobody else (domain brief §4.13).
  'record-objection': RECEIVERS,
  'answer-objection': RECEIVERS,
  'hang-up': ISSUERS,
  'take-down': ISSUERS,
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<NoticeAction> = {
  'draft-works-notice': ['replace', 'publish'],
  // The gate calls it in the name of the second person, whose right it asks again.
  'publish-approved-notice': 'publish',
  'draft-public-notice': ['announce', 'supersede'],
  'publish-public-notice': 'announce',
  'extend-period': 'extend-period',
  'object-to-notice': 'object',
  'record-objection': 'record-objection',
  'keep-objection.part': 'PART',
  'why-not-public.part': 'PART',
  'unnamed.part': 'PART',
  'answer-objection': 'answer-objection',
  // The gate calls it in the name of the second person.
  'publish-answer': 'announce',
  'hang-up-notice': 'hang-up',
  'take-down-notice': 'take-down',
  'turn-notices': 'PROGRAM',
};

function refused(): Refusal {
  return refuse('notices.not-yours-to-publish', { source: 'DOMAIN §3.16' }).refusal;
}

/**
 * Why the actor may not publish for an estate, or null.
 *
 * @param servedEstateIds estates the actor's organisation serves today.
 */
export function mayPublish(
  actor: Actor,
  estateId: string,
  servedEstateIds: readonly string[],
): Refusal | null {
  const scope = actor.post ? NOTICE_PERMISSIONS.publish[actor.role] : undefined;
  if (scope === 'any') return null;
  return scope === 'own' && servedEstateIds.includes(estateId) ? null : refused();
}

/**
 * Why the actor may not announce something to these estates, or null.
 *
 * @param estateIds none means the whole neighborhood, which only those may who publish for any estate.
 */
export function mayAnnounce(
  actor: Actor,
  estateIds: readonly string[],
  servedEstateIds: readonly string[],
): Refusal | null {
  const scope = actor.post ? NOTICE_PERMISSIONS.announce[actor.role] : undefined;
  if (scope === 'any') return null;
  const served = estateIds.length > 0 && estateIds.every((id) => servedEstateIds.includes(id));
  return scope === 'own' && served ? null : refused();
}

/** What the guard must know of a notice that is out. */
export type PublicFacts = {
  readonly issuerOrgId: string;
  /** The actor lives or owns where it concerns. */
  readonly isInScope: boolean;
};

/** Why the actor may not do this with a notice that is out, or null. Says nothing of its state. */
export function mayDoPublic(
  actor: Actor,
  action: Exclude<NoticeAction, 'publish' | 'replace' | 'announce'>,
  facts: PublicFacts,
): Refusal | null {
  const scope = NOTICE_PERMISSIONS[action][actor.role];
  if (scope === 'self') return facts.isInScope ? null : refuse('notices.not-in-scope').refusal;
  if (!actor.post) return refused();
  if (scope === 'any') return null;
  return scope === 'own' && actor.post.orgId === facts.issuerOrgId ? null : refused();
}

/** Why the actor may not put another notice in the place of one that this organisation issued, or null. */
export function mayReplace(actor: Actor, issuerOrgId: string): Refusal | null {
  const scope = actor.post ? NOTICE_PERMISSIONS.replace[actor.role] : undefined;
  if (scope === 'any') return null;
  return scope === 'own' && actor.post?.orgId === issuerOrgId ? null : refused();
}

/** Whether the actor publishes notices at all: what the page and its link ask. */
export function publishes(actor: Actor): boolean {
  return actor.post !== null && NOTICE_PERMISSIONS.publish[actor.role] !== undefined;
}
