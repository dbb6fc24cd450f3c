/** Who may publish a works notice and put another in its place (domain brief §3.16, "publish notice"). Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';

export type NoticeAction = 'publish' | 'replace';

/** `any` estate and notice · `own`: estates its organisation serves, notices it issued (service notices). */
type Scope = Readonly<Partial<Record<Role, 'any' | 'own'>>>;

const ISSUERS: Scope = { RC: 'any', GB: 'any', OC: 'own', PC: 'own' };

export const NOTICE_PERMISSIONS: Readonly<Record<NoticeAction, Scope>> = {
  publish: ISSUERS,
  replace: ISSUERS,
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<NoticeAction> = {
  'draft-works-notice': ['replace', 'publish'],
  // The gate calls it in the name of the second person, whose right it asks again.
  'publish-approved-notice': 'publish',
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
