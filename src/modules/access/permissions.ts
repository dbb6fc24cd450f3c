/** Who may let staff and residents in. Read by the commands' guard, the pages and the tests. Pure. */
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

/** Roles of people who may live here; the street and the auditor only look. */
const LIVING: readonly Role[] = ['RES', 'OWN', 'BL', 'VOL', 'RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'];

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

export const LETTING_IN_ACTIONS = [
  'make-cards',
  'join-home',
  'decide-request',
  'record-proxy',
  'end-own-proxy',
] as const;
export type LettingInAction = (typeof LETTING_IN_ACTIONS)[number];

const DESK_OF_RESIDENTS: readonly StaffAccessGrant[] = [
  { role: 'RC', as: 'any' },
  { role: 'GB', as: 'any' },
  SYSTEM,
];
/** Whoever signs in by phone lives somewhere, whatever post they hold besides. */
const WHOEVER_LIVES_HERE: readonly StaffAccessGrant[] = LIVING.map((role) => ({ role, as: 'any' }));

/** Residents are let in by the committee's desk; they ask, and end what they agreed to, themselves. */
export const LETTING_IN_PERMISSIONS: Readonly<Record<LettingInAction, readonly StaffAccessGrant[]>> = {
  'make-cards': DESK_OF_RESIDENTS,
  'join-home': WHOEVER_LIVES_HERE,
  'decide-request': DESK_OF_RESIDENTS,
  'record-proxy': DESK_OF_RESIDENTS,
  'end-own-proxy': WHOEVER_LIVES_HERE,
};

/** Whether the actor may do this. */
export function mayLetIn(actor: Actor, action: LettingInAction): Result<void> {
  const granted = LETTING_IN_PERMISSIONS[action].some((grant) => grant.role === actor.role);
  return granted ? ok() : refuse('access.not-the-desk', { source: 'domain brief §3.16' });
}

/** Which permission guards each command. `ANYBODY`: the link itself is the permission. */
export const COMMAND_RULES: CommandRules<StaffAccessAction | LettingInAction> = {
  'invite-staff': 'invite-staff',
  'revoke-invitation': 'revoke-invitation',
  'accept-invitation': 'ANYBODY',
  'reset-second-factor': 'reset-second-factor',
  'set-up-neighborhood': 'PROGRAM',
  'make-cards': 'make-cards',
  'close-cards': 'make-cards',
  'join-home': 'join-home',
  'decide-request': 'decide-request',
  'withdraw-request': 'join-home',
  'leave-home': 'join-home',
  'record-proxy': 'record-proxy',
  'review-proxy': 'record-proxy',
  'end-proxy': ['record-proxy', 'end-own-proxy'],
};
