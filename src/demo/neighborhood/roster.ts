/** Who lives in the demo neighborhood and who holds what: worked out from the story, the same every time. */
import type { NewHolding } from '#modules/registry/commands/people/hold-unit.ts';
import type { UnitRelation } from '#modules/registry/contract.ts';
import { dwellingCodes, ESTATE_SHAPES, type EstateShape, titledParkingCode } from './estate-shapes.ts';
import { DEMO_SINCE, demoId, type EstateCode, pad } from './ids.ts';
import { NEWCOMERS } from './newcomers.ts';
import {
  COMPANIES,
  COMPANY_UNITS,
  DEVELOPER_PARKING,
  type DemoPerson,
  HEIR_SHARE,
  HEIR_WHO_SPEAKS,
  RESIDENTS,
} from './residents.ts';
import { STAFF } from './staff-posts/staff.ts';

/** Somebody of the demo with the id and phone they will have. */
export type RosterPerson = {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly phone: string | null;
};

export type BlockLeader = {
  readonly estate: EstateCode;
  /** `S08` */
  readonly stairwell: string;
  readonly personKey: string;
  readonly name: string;
  readonly nameEn: string;
  readonly home: string;
};

export type Roster = {
  readonly people: readonly RosterPerson[];
  readonly holdings: readonly NewHolding[];
  readonly blockLeaders: readonly BlockLeader[];
  /** Keys of generated owners by estate, in the order of their units. */
  readonly plainOwners: Readonly<Record<EstateCode, readonly string[]>>;
  /** Key of the (first) owner by unit code. */
  readonly ownerOf: ReadonlyMap<string, string>;
  /** Units that are no homes. */
  readonly titledParkingIds: ReadonlySet<string>;
};

const SURNAMES = '张李陈赵孙周吴徐朱胡林郭何高罗宋唐许邓曹';
const SURNAMES_EN = [
  'Zhang Li Chen Zhao Sun Zhou Wu Xu Zhu Hu',
  'Lin Guo He Gao Luo Song Tang Xu Deng Cao',
].flatMap((line) => line.split(' '));

/** Companies and the dead have no phone. */
const WITHOUT_PHONE: readonly string[] = ['deceasedOwner', 'developer', 'tradingCompany'];

/** The id of a person of the demo. */
export function personId(key: string): string {
  return demoId(`person/${key}`);
}

type Draft = { readonly key: string; readonly name: string; readonly nameEn: string };
type Home = { readonly person: string; readonly unit: string; readonly relation: UnitRelation };

/** Everybody, in an order that gives the people of the story the first phone numbers. */
export function makeRoster(): Roster {
  const story = storyHomes();
  const owned = new Set(story.filter((home) => isOwning(home.relation)).map((home) => home.unit));
  const blockLeaders = ESTATE_SHAPES.flatMap((shape) => blockLeadersOf(shape, owned));
  const leaderHomes = blockLeaders.map(
    (leader): Home => ({ person: leader.personKey, unit: leader.home, relation: 'OWNER' }),
  );
  for (const leader of blockLeaders) owned.add(leader.home);
  const plain = plainOwners(owned);
  const plainHomes = plain.map((owner): Home => ({ person: owner.key, unit: owner.unit, relation: 'OWNER' }));
  const byEstate = Map.groupBy(plain, (owner) => owner.unit.slice(0, 2));
  const keysOf = (estate: EstateCode) => (byEstate.get(estate) ?? []).map((owner) => owner.key);
  const parking = parkingHomes(keysOf('CS'));
  const homes = [...story, ...leaderHomes, ...plainHomes, ...parking];
  const named = { ...RESIDENTS, ...COMPANIES, ...STAFF } as Readonly<Record<string, DemoPerson>>;
  const drafts: Draft[] = [
    ...Object.entries(named).map(([key, { name, nameEn }]) => ({ key, name, nameEn })),
    ...blockLeaders.map((leader) => ({ key: leader.personKey, name: leader.name, nameEn: leader.nameEn })),
    ...plain,
    ...Object.entries(NEWCOMERS).map(([key, { name, nameEn }]) => ({ key, name, nameEn })),
  ];
  return {
    people: drafts.map(withPhone),
    holdings: homes.map(holdingOf),
    blockLeaders,
    plainOwners: { ZJ: keysOf('ZJ'), CS: keysOf('CS'), LB: keysOf('LB') },
    ownerOf: new Map(homes.filter((h) => isOwning(h.relation)).map((h) => [h.unit, h.person])),
    titledParkingIds: new Set(parking.map((home) => demoId(`unit/${home.unit}`))),
  };
}

function isOwning(relation: UnitRelation): boolean {
  return relation !== 'TENANT' && relation !== 'HOUSEHOLD_MEMBER';
}

function withPhone(draft: Draft, at: number): RosterPerson {
  const { key, name, nameEn } = draft;
  const phone = WITHOUT_PHONE.includes(key) ? null : `1380000${pad(at + 1, 4)}`;
  return { key, id: personId(key), name, nameEn, phone };
}

/** Homes of residents of the story, of staff who live here, and units of companies. */
function storyHomes(): Home[] {
  const residents = Object.entries(RESIDENTS as Readonly<Record<string, DemoPerson>>).flatMap(
    ([person, { homes = [] }]) => homes.map(([unit, relation]) => ({ person, unit, relation })),
  );
  const staff = Object.entries(STAFF).flatMap(([person, { home }]): Home[] =>
    home ? [{ person, unit: home, relation: 'OWNER' }] : [],
  );
  const held = (person: string, units: readonly string[], relation: UnitRelation): Home[] =>
    units.map((unit) => ({ person, unit, relation }));
  return [
    ...residents,
    ...staff,
    ...held('developer', COMPANY_UNITS.unsold, 'DEVELOPER_UNSOLD'),
    ...held('developer', COMPANY_UNITS.undelivered, 'DEVELOPER_UNDELIVERED'),
    ...held('tradingCompany', COMPANY_UNITS.trading, 'OWNER'),
  ];
}

/** One leader an entrance, an owner of the first unit there from the second floor up that is free. */
function blockLeadersOf(shape: EstateShape, owned: ReadonlySet<string>): BlockLeader[] {
  const byStairwell = Map.groupBy(dwellingCodes(shape), (code) => code.split('-')[2] ?? '');
  return [...byStairwell].map(([stairwell, codes], at) => {
    const home = codes.slice(shape.floorAreas.length).find((code) => !owned.has(code))!;
    const from = (at + (shape.position - 1) * 7) % SURNAMES.length;
    const label = shape.code === 'ZJ' ? stairwell : `${shape.code}${stairwell}`;
    const uncle = at % 3 === 2;
    return {
      estate: shape.code,
      stairwell,
      personKey: `leader/${shape.code}-${stairwell}`,
      name: `${SURNAMES[from]}${uncle ? '叔叔' : '阿姨'}${label}`,
      nameEn: `${uncle ? 'Uncle' : 'Auntie'} ${SURNAMES_EN[from]} ${label}`,
      home,
    };
  });
}

/** An invented owner for every dwelling that has none. */
function plainOwners(owned: ReadonlySet<string>): (Draft & { readonly unit: string })[] {
  const free = ESTATE_SHAPES.flatMap(dwellingCodes).filter((code) => !owned.has(code));
  return free.map((unit, at) => ({
    key: `owner/${unit}`,
    unit,
    name: `住户测试${pad(at + 1, 3)}`,
    nameEn: `Test resident ${pad(at + 1, 3)}`,
  }));
}

/** Titled parking: owners of flats hold 36, the developer 4. */
function parkingHomes(flatOwners: readonly string[]): Home[] {
  return ESTATE_SHAPES.flatMap((shape) =>
    Array.from({ length: shape.titledParking }, (_, at): Home => {
      const unit = titledParkingCode(shape, at + 1);
      const developer = (DEVELOPER_PARKING as readonly number[]).includes(at + 1);
      if (developer) return { person: 'developer', unit, relation: 'DEVELOPER_UNSOLD' };
      return { person: flatOwners[at * 3]!, unit, relation: 'OWNER' };
    }),
  );
}

function holdingOf({ person, unit, relation }: Home): NewHolding {
  return {
    id: demoId(`holding/${unit}/${person}`),
    unitId: demoId(`unit/${unit}`),
    personId: personId(person),
    relation,
    share: relation === 'CO_OWNER' ? HEIR_SHARE : null,
    isRepresentative: person === HEIR_WHO_SPEAKS,
    fromDay: DEMO_SINCE,
  };
}
