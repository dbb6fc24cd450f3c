/** Who may keep the register. Read by the commands' guard, the pages and the tests. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';

export const REGISTRY_ACTIONS = [
  'found-neighborhood',
  'add-estate',
  'add-organisation',
  'add-post',
  'add-person',
  'appoint',
  'end-appointment',
  'hold-unit',
  'form-team',
  'draw-site-plan',
  'import-register',
  'add-place',
  'correct-place',
  'remove-place',
  'end-holding',
  'transfer-unit',
  'choose-representative',
  'correct-person',
  'reveal-phone',
] as const;
export type RegistryAction = (typeof REGISTRY_ACTIONS)[number];

/** `head`: only in the post of the organisation's head. */
export type RegistryGrant = { readonly role: Role; readonly as: 'any' | 'head' };

const SYSTEM: RegistryGrant = { role: 'SYS', as: 'any' };
const KEEPERS: readonly RegistryGrant[] = [{ role: 'RC', as: 'head' }, { role: 'GB', as: 'head' }, SYSTEM];

/** Everyday keeping that needs no head. */
const CLERKS: readonly RegistryGrant[] = [{ role: 'RC', as: 'any' }, { role: 'GB', as: 'any' }, SYSTEM];

export const REGISTRY_PERMISSIONS: Readonly<Record<RegistryAction, readonly RegistryGrant[]>> = {
  'found-neighborhood': [SYSTEM],
  'add-estate': KEEPERS,
  'add-organisation': KEEPERS,
  'add-post': KEEPERS,
  'add-person': CLERKS,
  appoint: KEEPERS,
  'end-appointment': KEEPERS,
  'hold-unit': CLERKS,
  'form-team': KEEPERS,
  'draw-site-plan': CLERKS,
  'import-register': KEEPERS,
  'add-place': CLERKS,
  'correct-place': CLERKS,
  'remove-place': CLERKS,
  'end-holding': CLERKS,
  'transfer-unit': CLERKS,
  'choose-representative': CLERKS,
  'correct-person': CLERKS,
  'reveal-phone': CLERKS,
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<RegistryAction> = {
  'found-neighborhood': 'found-neighborhood',
  'add-estate': 'add-estate',
  'add-organisation': 'add-organisation',
  'add-post': 'add-post',
  'add-person': 'add-person',
  'appoint-person': 'appoint',
  'end-appointment': 'end-appointment',
  'hold-unit': 'hold-unit',
  'form-team': 'form-team',
  'upload-site-plan': 'draw-site-plan',
  'draw-on-plan': 'draw-site-plan',
  'erase-from-plan': 'draw-site-plan',
  'add-place': 'add-place',
  'correct-place': 'correct-place',
  'remove-place': 'remove-place',
  'end-holding': 'end-holding',
  'transfer-unit': 'transfer-unit',
  'choose-representative': 'choose-representative',
  'correct-person': 'correct-person',
  'reveal-phone': 'reveal-phone',
  'name-holder': 'hold-unit',
  'let-into-unit': 'PART',
  'leave-unit': 'PART',
  // Whoever gives a phone when reporting or signing in; it tells nothing but an id.
  'find-or-add-person': 'ANYBODY',
  'upload-sheet': 'import-register',
  'choose-mapping': 'import-register',
  'decide-import': 'import-register',
  'work-on-import': 'PROGRAM',
  'known-units': 'PART',
  'preview-units': 'PART',
  'commit-units': 'PART',
  'undo-units': 'PART',
  'expire-imports': 'PROGRAM',
};

/** Whether the actor may do this to the register. */
export function mayKeep(actor: Actor, action: RegistryAction): Result<void> {
  const granted = REGISTRY_PERMISSIONS[action].some(
    (grant) => grant.role === actor.role && (grant.as === 'any' || actor.post?.isHead === true),
  );
  return granted ? ok() : refuse('registry.not-a-keeper', { source: 'domain brief §3.16' });
}

/** Roles that may read the register at the desk: organisations, posts and sums; no person's data. */
const READERS: readonly Role[] = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'ST', 'AUD', 'BL', 'VOL'];

/** Whether the actor may open the register's desk page. */
export function mayReadRegister(actor: Actor): Result<void> {
  return READERS.includes(actor.role) ? ok() : refuse('registry.not-a-reader');
}

/**
 * How much of the people behind units somebody may read (domain brief §3.12, §3.16): `FULL` names, phones
 * masked until asked for with a reason · `MASKED` `王**` · `STAIRWELL` names of one's own entrance · `NONE`.
 */
export type PeopleView = 'FULL' | 'MASKED' | 'STAIRWELL' | 'NONE';

export const PEOPLE_VIEWS: Readonly<Record<Role, PeopleView>> = {
  ANON: 'NONE',
  RES: 'NONE',
  OWN: 'NONE',
  BL: 'STAIRWELL',
  VOL: 'NONE',
  RC: 'FULL',
  GB: 'FULL',
  OC: 'MASKED',
  PC: 'MASKED',
  HO: 'NONE',
  AG: 'NONE',
  POL: 'NONE',
  ST: 'MASKED',
  AUD: 'MASKED',
  SYS: 'FULL',
};

/** What the actor sees of people, without asking where. */
export function peopleView(actor: Actor): PeopleView {
  return PEOPLE_VIEWS[actor.role];
}

/** Roles that see people only in the estates their organisation serves. */
export const BOUND_TO_ESTATES: readonly Role[] = ['OC', 'PC'];
