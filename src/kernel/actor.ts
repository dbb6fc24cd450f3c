/** Kinds of organisations in a neighborhood (glossary: organisations). */
export const ORG_KINDS = [
  'SUBDISTRICT_PARTY_COMMITTEE',
  'SUBDISTRICT_OFFICE',
  'DISTRICT_HOUSING_BUREAU',
  'HOUSING_OFFICE',
  'PARTY_GENERAL_BRANCH',
  'PARTY_BRANCH',
  'PARTY_GROUP',
  'RESIDENTS_COMMITTEE',
  'OWNERS_COMMITTEE',
  'PROPERTY_COMPANY',
  'COMMUNITY_POLICE',
  'MEDIATION_COMMITTEE',
  'AGENCY',
  'PARTNER_UNIT',
  'BLOCK_LEADERS',
] as const;
export type OrgKind = (typeof ORG_KINDS)[number];

/**
 * The capacity in which somebody acts, the columns of the permission table (domain brief §3.16):
 * resident, verified owner, block leader, volunteer, residents' committee, general branch, owners'
 * committee, property company, housing office, agency, police, street, auditor; `SYS` is a timer and
 * `ANON` somebody who has not signed in.
 */
export const ROLES = [
  'ANON',
  'RES',
  'OWN',
  'BL',
  'VOL',
  'RC',
  'GB',
  'OC',
  'PC',
  'HO',
  'AG',
  'POL',
  'ST',
  'AUD',
  'SYS',
] as const;
export type Role = (typeof ROLES)[number];

/** The post somebody acts in. A person may hold several; each action is done in exactly one. */
export type ActingPost = {
  readonly postId: string;
  readonly orgId: string;
  readonly orgKind: OrgKind;
  /** Head of the organisation (secretary, director, manager): may accept or sign for it. */
  readonly isHead: boolean;
};

/** Who does something, in which capacity, and for whom. */
export type Actor = {
  readonly neighborhoodId: string;
  readonly role: Role;
  /** Null for timers and for people who have not signed in. */
  readonly personId: string | null;
  readonly post: ActingPost | null;
  /** Dwellings the person belongs to as owner, tenant or household member. */
  readonly householdUnitIds: readonly string[];
  /** The person it is done for (entry on somebody's behalf), else null. */
  readonly onBehalfOf: string | null;
};

const ROLE_OF_ORG: Readonly<Record<OrgKind, Role>> = {
  SUBDISTRICT_PARTY_COMMITTEE: 'ST',
  SUBDISTRICT_OFFICE: 'ST',
  DISTRICT_HOUSING_BUREAU: 'HO',
  HOUSING_OFFICE: 'HO',
  PARTY_GENERAL_BRANCH: 'GB',
  PARTY_BRANCH: 'VOL',
  PARTY_GROUP: 'VOL',
  RESIDENTS_COMMITTEE: 'RC',
  OWNERS_COMMITTEE: 'OC',
  PROPERTY_COMPANY: 'PC',
  COMMUNITY_POLICE: 'POL',
  MEDIATION_COMMITTEE: 'RC',
  AGENCY: 'AG',
  PARTNER_UNIT: 'VOL',
  BLOCK_LEADERS: 'BL',
};

/** The role a post gives, from the kind of its organisation. */
export function roleOfOrg(kind: OrgKind): Role {
  return ROLE_OF_ORG[kind];
}

/** The duty of a post that reads everything and changes nothing, in whichever organisation it stands. */
export const AUDITING_DUTY = 'AUDITOR';

/** The role somebody has in a post: an auditor by its duty, otherwise by the kind of its organisation. */
export function roleOfPost(post: { readonly orgKind: OrgKind; readonly duty: string }): Role {
  return post.duty === AUDITING_DUTY ? 'AUD' : roleOfOrg(post.orgKind);
}

/** Roles that work at the desk (everybody who acts in a post of an organisation that handles matters). */
export const DESK_ROLES: readonly Role[] = [
  'BL',
  'VOL',
  'RC',
  'GB',
  'OC',
  'PC',
  'HO',
  'AG',
  'POL',
  'ST',
  'AUD',
];

/** The person a step concerns: the one it is done for, else the one who does it. */
export function personConcerned(actor: Actor): string | null {
  return actor.onBehalfOf ?? actor.personId;
}

/** A timer of the program, acting by itself. */
export function systemActor(neighborhoodId: string): Actor {
  return { neighborhoodId, role: 'SYS', personId: null, post: null, householdUnitIds: [], onBehalfOf: null };
}

/** Somebody who has not signed in. */
export function anonymousActor(neighborhoodId: string): Actor {
  return { neighborhoodId, role: 'ANON', personId: null, post: null, householdUnitIds: [], onBehalfOf: null };
}
