/** Names of the story to ids: who is 王阿姨, which post is the property manager's. Needs no database. */
import { type ActingPost, type Actor, type OrgKind, roleOfPost } from '#kernel/actor.ts';
import { DEMO_NEIGHBORHOOD_ID, demoId, ESTATE_CODES, type EstateCode, pad } from './ids.ts';
import { NEWCOMERS } from './newcomers.ts';
import { DEMO_ORGANISATIONS, type DemoOrganisation, type OrgKey } from './organisations.ts';
import { blockLeaderPost, type DemoPost, postId, postsOf } from './posts.ts';
import { COMPANIES, type DemoPerson, RESIDENTS } from './residents.ts';
import { makeRoster, personId, type Roster, type RosterPerson } from './roster.ts';
import { type PostKey, STAFF, type StaffKey } from './staff-posts/staff.ts';
import { TEAM_KEYS, type TeamKey } from './teams.ts';

/** Residents and companies of the story, and everybody who works for an organisation. */
export type PersonKey = keyof typeof RESIDENTS | keyof typeof COMPANIES | keyof typeof NEWCOMERS | StaffKey;

export type DemoNeighborhood = {
  readonly id: string;
  readonly estates: Readonly<Record<EstateCode, string>>;
  readonly orgs: Readonly<Record<OrgKey, string>>;
  readonly teams: Readonly<Record<TeamKey, string>>;
  readonly people: Readonly<Record<PersonKey, string>>;
  /** By code, e.g. `PC-ZJ-MGR`. */
  post(code: PostKey): string;
  /** Number from 1, e.g. building 3 of `CS`. */
  buildingId(estate: EstateCode, number: number): string;
  stairwellId(estate: EstateCode, number: number): string;
  /** `ZJ-B03-S08-0502` */
  unitId(code: string): string;
  /** `ZJ-GATE-N`, `CS-B01-S01-LIFT-1`, `LB-LAMP-001` */
  commonPartId(code: string): string;
  /** The post and person of a block leader, by entrance. */
  blockLeader(estate: EstateCode, stairwell: number): { readonly postId: string; readonly personId: string };
  /** The owner of a unit, e.g. of `ZJ-B03-S07-0301`. */
  ownerOf(unitCode: string): RosterPerson;
  /** Digits of somebody's phone, or null. */
  phoneOf(personId: string): string | null;
  nameOf(personId: string): string;
  /** Invented owners (住户测试001…) of an estate, in the order of their units. */
  readonly plainOwners: Readonly<Record<EstateCode, readonly RosterPerson[]>>;
  /** The actor of the person who holds a post, acting in it. */
  actorInPost(code: PostKey | `BL-${EstateCode}-S${string}`): Actor;
  /** The actor of somebody at home: no post, with their dwellings. */
  actorAtHome(personId: string): Actor;
};

/** The demo's lookups; the same at every start. */
export function demoNeighborhood(): DemoNeighborhood {
  const roster = makeRoster();
  const posts = new Map(postsOf(roster).map((held) => [held.post.code, held]));
  const byKey = new Map(roster.people.map((person) => [person.key, person]));
  const byId = new Map(roster.people.map((person) => [person.id, person]));
  const person = (key: string): RosterPerson => must(byKey.get(key), key);
  const named = { ...RESIDENTS, ...COMPANIES, ...NEWCOMERS, ...STAFF } as Readonly<
    Record<PersonKey, DemoPerson>
  >;
  const plain = (estate: EstateCode) => roster.plainOwners[estate].map(person);
  return {
    id: DEMO_NEIGHBORHOOD_ID,
    estates: idsOf(ESTATE_CODES, 'estate'),
    orgs: idsOf(Object.keys(DEMO_ORGANISATIONS) as OrgKey[], 'organisation'),
    teams: idsOf(TEAM_KEYS, 'team'),
    people: idsOf(Object.keys(named) as PersonKey[], 'person'),
    plainOwners: { ZJ: plain('ZJ'), CS: plain('CS'), LB: plain('LB') },
    post: (code) => must(posts.get(code), code).post.id ?? '',
    buildingId: (estate, number) => demoId(`building/${estate}-B${pad(number)}`),
    stairwellId: (estate, number) => demoId(`stairwell/${estate}-S${pad(number)}`),
    unitId: (code) => demoId(`unit/${code}`),
    commonPartId: (code) => demoId(`common-part/${code}`),
    blockLeader: (estate, stairwell) => ({
      postId: postId(blockLeaderPost(estate, `S${pad(stairwell)}`)),
      personId: personId(`leader/${estate}-S${pad(stairwell)}`),
    }),
    ownerOf: (code) => person(must(roster.ownerOf.get(code), code)),
    phoneOf: (id) => must(byId.get(id), id).phone,
    nameOf: (id) => must(byId.get(id), id).name,
    actorInPost: (code) => actorOf(must(posts.get(code), code), roster),
    actorAtHome: (id) => ({ ...nobody(), ...atHome(id, roster) }),
  };
}

function idsOf<K extends string>(keys: readonly K[], kind: string): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, demoId(`${kind}/${key}`)])) as Record<K, string>;
}

function actorOf({ post, org, holderId }: DemoPost, roster: Roster): Actor {
  const orgKind: OrgKind = (DEMO_ORGANISATIONS[org] as DemoOrganisation).kind;
  const acting: ActingPost = {
    postId: post.id ?? '',
    orgId: post.organisationId,
    orgKind,
    isHead: post.isHead ?? false,
  };
  const { householdUnitIds } = atHome(holderId, roster);
  return {
    ...nobody(),
    role: roleOfPost({ orgKind, duty: post.duty }),
    personId: holderId,
    post: acting,
    householdUnitIds,
  };
}

function atHome(id: string, roster: Roster): Pick<Actor, 'role' | 'personId' | 'householdUnitIds'> {
  const held = roster.holdings.filter((holding) => holding.personId === id);
  const parking = roster.titledParkingIds;
  const owns = held.some((holding) => holding.relation === 'OWNER' || holding.relation === 'CO_OWNER');
  const units = held.map((holding) => holding.unitId).filter((unitId) => !parking.has(unitId));
  return { role: owns ? 'OWN' : 'RES', personId: id, householdUnitIds: units };
}

function nobody(): Actor {
  return {
    neighborhoodId: DEMO_NEIGHBORHOOD_ID,
    role: 'ANON',
    personId: null,
    post: null,
    householdUnitIds: [],
    onBehalfOf: null,
  };
}

function must<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the demo has no ${name}`);
  return value;
}
