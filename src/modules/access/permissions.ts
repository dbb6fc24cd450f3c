/** Who may let staff in. Read by the commands' guard, the pages and the tests. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';

export const STAFF_ACCESS_ACTIONS = [
  'see-staff-access',
  'invite-staff',
  'revoke-invitation',
  'reset-second-factor',
  'set-up-neighborhood',
] as const;
export type StaffAccessAction = (typeof STAFF_ACCESS_ACTIONS)[number];

/** `head`: only in the post of the organisation's head. */
export type StaffAccessGrant = { readonly role: Role; readonly as: 'any' | 'head' };

const SYSTEM: StaffAccessGrant = { role: 'SYS', as: 'any' };
const HEADS: readonly StaffAccessGrant[] = [{ role: 'RC', as: 'head' }, { role: 'GB', as: 'head' }, SYSTEM];

/** The same people who keep the register let those in whom it names (domain brief §3.13, role separation). */
export const STAFF_ACCESS_PERMISSIONS: Readonly<Record<StaffAccessAction, readonly StaffAccessGrant[]>> = {
  'see-staff-access': HEADS,
  'invite-staff': HEADS,
  'revoke-invitation': HEADS,
  'reset-second-factor': HEADS,
  'set-up-neighborhood': [SYSTEM],
};

/** Whether the actor may do this. */
export function mayLookAfterStaff(actor: Actor, action: StaffAccessAction): Result<void> {
  const granted = STAFF_ACCESS_PERMISSIONS[action].some(
    (grant) => grant.role === actor.role && (grant.as === 'any' || actor.post?.isHead === true),
  );
  return granted ? ok() : refuse('access.not-a-head', { source: 'domain brief §3.16' });
}

/** Which permission guards each command. `ANYBODY`: the link itself is the permission. */
export const COMMAND_RULES: CommandRules<StaffAccessAction> = {
  'invite-staff': 'invite-staff',
  'revoke-invitation': 'revoke-invitation',
  'accept-invitation': 'ANYBODY',
  'reset-second-factor': 'reset-second-factor',
  'set-up-neighborhood': 'PROGRAM',
};
