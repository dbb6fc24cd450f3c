/** Who may keep the register. Read by the commands' guard, the pages and the tests. Pure. */
import type { Actor, OrgKind, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { TeamKind } from './contract.ts';

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
  'keep-team',
  'keep-term',
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
  'keep-team': CLERKS,
  'keep-term': KEEPERS,
};

/** The new director of an owners' committee takes over what the last one left (domain brief §3.16, sign for the organisation). */
export const HAND_OVER_PERMISSIONS: Readonly<Record<'accept-hand-over', readonly RegistryGrant[]>> = {
  'accept-hand-over': [{ role: 'OC', as: 'head' }],
};

/** Whether the actor may take over for this owners' committee. */
export function mayAcceptHandOver(actor: Actor, organisationId: string): Result<void> {
  const granted = HAND_OVER_PERMISSIONS['accept-hand-over'].some(
    ({ role, as }) => role === actor.role && (as === 'any' || actor.post?.isHead === true),
  );
  return granted && actor.post?.orgId === organisationId
    ? ok()
    : refuse('registry.not-the-new-director', { source: 'domain brief §3.16' });
}

export type MemberAction = 'keep-membership';

/** Who keeps who belongs to a party branch (domain brief §3.16: the general branch for its own branches). */
export const MEMBER_PERMISSIONS: Readonly<Record<MemberAction, readonly RegistryGrant[]>> = {
  'keep-membership': [{ role: 'GB', as: 'any' }, SYSTEM],
};

/** Whether the actor may enter or end memberships of party branches. */
export function mayKeepMembers(actor: Actor): Result<void> {
  const granted = MEMBER_PERMISSIONS['keep-membership'].some((grant) => grant.role === actor.role);
  return granted ? ok() : refuse('registry.not-a-party-keeper', { source: 'domain brief §3.16' });
}

/**
 * Whose memberships a post of a party organisation reads: of all branches here, or of its own alone. Every other
 * kind of organisation reads none, whatever its post (domain brief §3.15, §3.16). Everybody reads their own.
 */
export const MEMBER_READERS: Readonly<Partial<Record<OrgKind, 'ALL' | 'OWN'>>> = {
  PARTY_GENERAL_BRANCH: 'ALL',
  PARTY_BRANCH: 'OWN',
  PARTY_GROUP: 'OWN',
};

/** Whether the actor may read who belongs to a party organisation. An auditor in one may not. */
export function mayReadMembers(actor: Actor, organisationId: string): boolean {
  if (actor.role !== 'GB' && actor.role !== 'VOL') return false;
  const reach = actor.post ? MEMBER_READERS[actor.post.orgKind] : undefined;
  return reach === 'ALL' || (reach === 'OWN' && actor.post?.orgId === organisationId);
}

/**
 * Whether the actor reads who is in a team. An activity group is a party group: its list is for the party
 * organisations concerned (domain brief §4.12).
 */
export function mayReadTeam(
  actor: Actor,
  team: { readonly kind: TeamKind; readonly organisationId: string | null },
): boolean {
  if (team.kind === 'ACTIVITY_GROUP') return mayReadMembers(actor, team.organisationId ?? '');
  return peopleView(actor) === 'FULL' || actor.post?.orgId === team.organisationId;
}

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<RegistryAction | MemberAction | 'accept-hand-over'> = {
  'found-neighborhood': 'found-neighborhood',
  'add-estate': 'add-estate',
  'add-organisation': 'add-organisation',
  'add-post': 'add-post',
  'add-person': 'add-person',
  'appoint-person': 'appoint',
  'appoint-new-person': 'appoint',
  'end-appointment': 'end-appointment',
  'hold-unit': 'hold-unit',
  'form-team': 'form-team',
  'correct-organisation': 'add-organisation',
  'serve-estate': 'add-organisation',
  'stop-serving': 'add-organisation',
  'replace-property-company': 'add-organisation',
  'announce-passed-services': 'PROGRAM',
  'correct-post': 'add-post',
  'close-post': 'add-post',
  'extend-appointment': 'appoint',
  'correct-team': 'keep-team',
  'add-team-member': 'keep-team',
  'end-team-member': 'keep-team',
  'change-team-leader': 'keep-team',
  'enter-term': 'keep-term',
  'record-term-report': 'keep-term',
  'begin-hand-over': 'keep-term',
  'accept-hand-over': 'accept-hand-over',
  'change-committee-rules': 'keep-term',
  'enter-membership': 'keep-membership',
  'end-membership': 'keep-membership',
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
