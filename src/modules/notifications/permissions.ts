/** Who carries out calls, knocks and posters, and who sets the hours. One's own bell is nobody else's. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';

export type NotificationAction = 'do-errand' | 'set-hours';

/** `head`: only in the post of the organisation's head. */
type Scope = Readonly<Partial<Record<Role, 'any' | 'head'>>>;

export const NOTIFICATION_PERMISSIONS: Readonly<Record<NotificationAction, Scope>> = {
  'do-errand': { RC: 'any', GB: 'any' },
  'set-hours': { RC: 'head', GB: 'head' },
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<NotificationAction> = {
  'tell-event': 'PROGRAM',
  'people-concerned.part': 'PART',
  // One's own bell: the person of the session is the only one it can touch.
  'mark-read': 'ANYBODY',
  'choose-ways': 'ANYBODY',
  'tick-errand': 'do-errand',
  'reveal-phones': 'do-errand',
  'set-hours': 'set-hours',
};

/** Why the actor may not, or null. */
export function mayNotify(actor: Actor, action: NotificationAction): Refusal | null {
  const scope = actor.post ? NOTIFICATION_PERMISSIONS[action][actor.role] : undefined;
  if (scope === 'any' || (scope === 'head' && actor.post?.isHead)) return null;
  return refuse('notifications.not-yours', { source: 'DOMAIN §3.16' }).refusal;
}
