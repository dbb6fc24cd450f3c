import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type OrgKind, ROLES, type Role } from '#kernel/actor.ts';
import { holdUnit } from '#modules/registry/commands/people/hold-unit.ts';
import { peopleList } from '#modules/registry/queries/people/people-list.ts';
import { personFile } from '#modules/registry/queries/people/person-file.ts';
import { placeFile } from '#modules/registry/queries/places/place-file.ts';
import { does, good, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const PLACES = ['OWN_ENTRANCE', 'OTHER_ENTRANCE', 'OTHER_ESTATE', 'OTHER_NEIGHBORHOOD'] as const;
type Where = (typeof PLACES)[number];

let t: TestDatabase;
let n: SmallNeighborhood;
let units: Record<Where, string>;
let actors: Record<Role, Actor>;

const insert = async (
  neighborhoodId: string,
  table: string,
  row: Record<string, unknown>,
): Promise<string> => {
  const whole: Record<string, unknown> = { neighborhood_id: neighborhoodId, id: randomUUID(), ...row };
  const holes = Object.keys(whole).map((_, i) => `$${i + 1}`);
  await t.ownerPool.query(
    `insert into registry.${table} (${Object.keys(whole).join(', ')}) values (${holes.join(', ')})`,
    Object.values(whole),
  );
  return whole.id as string;
};

async function flatAt(estateId: string, buildingId: string, code: string): Promise<string> {
  const [, , number = ''] = code.split('-');
  const stairwellId = await insert(n.id, 'stairwell', {
    estate_id: estateId,
    building_id: buildingId,
    code: number,
    number: Number(number.slice(1)),
  });
  const unitId = await insert(n.id, 'unit', {
    estate_id: estateId,
    building_id: buildingId,
    stairwell_id: stairwellId,
    code,
    room: '901',
    kind: 'DWELLING',
    area: 9000,
    area_source: 'REGISTRY',
  });
  const personId = await insert(n.id, 'person', { name: '测试远邻' });
  await insert(n.id, 'unit_holder', {
    unit_id: unitId,
    person_id: personId,
    relation: 'OWNER',
    from_day: '2020-01-01',
  });
  return unitId;
}

async function elsewhere(): Promise<string> {
  const estateId = await insert(n.id, 'estate', {
    code: 'EL',
    name_zh: '测试别处',
    name_en: 'Else',
    position: 2,
  });
  const areaId = await insert(n.id, 'management_area', { estate_id: estateId, name_zh: '测试别处' });
  const buildingId = await insert(n.id, 'building', {
    estate_id: estateId,
    management_area_id: areaId,
    code: 'B01',
    number: 1,
  });
  return flatAt(estateId, buildingId, 'EL-B01-S01-0901');
}

async function inPost(role: Role, orgKind: OrgKind, stairwellId: string | null = null): Promise<Actor> {
  const orgId = await insert(n.id, 'organisation', { kind: orgKind, name_zh: `测试${role}`, name_en: role });
  const postId = await insert(n.id, 'post', {
    organisation_id: orgId,
    code: `X-${role}`,
    name_zh: '测试岗',
    name_en: 'Test post',
    duty: 'MEMBER',
    stairwell_id: stairwellId,
  });
  const personId = await insert(n.id, 'person', { name: `测试${role}` });
  const post = { postId, orgId, orgKind, isHead: false };
  return { ...n.anonymous, role, personId, post };
}

beforeAll(async () => {
  t = await testDatabase();
  n = await smallNeighborhood(t);
  units = {
    OWN_ENTRANCE: n.units[0]!,
    OTHER_ENTRANCE: await flatAt(n.estateId, n.buildingId, 'ZJ-B01-S02-0901'),
    OTHER_ESTATE: await elsewhere(),
    OTHER_NEIGHBORHOOD: (await smallNeighborhood(t, 'QX')).units[0]!,
  };
  const neighbour = n.residents[1]!;
  actors = {
    ANON: n.anonymous,
    OWN: neighbour,
    RES: { ...neighbour, role: 'RES' },
    BL: await inPost('BL', 'BLOCK_LEADERS', n.stairwellId),
    VOL: await inPost('VOL', 'PARTY_GROUP'),
    RC: n.as.RC2,
    GB: n.as.GB2,
    OC: n.as.OC,
    PC: n.as.PC,
    HO: n.as.HO,
    AG: n.as.AG,
    POL: await inPost('POL', 'COMMUNITY_POLICE'),
    ST: await inPost('ST', 'SUBDISTRICT_OFFICE'),
    AUD: await inPost('AUD', 'SUBDISTRICT_PARTY_COMMITTEE'),
    SYS: { ...n.anonymous, role: 'SYS' },
  };
});
afterAll(() => t.close());

/** Written out by hand from the brief, not read from permissions.ts. */
const SEES: Readonly<Record<Where, Readonly<Partial<Record<Role, 'NAME' | 'MASKED'>>>>> = {
  OWN_ENTRANCE: {
    RC: 'NAME',
    GB: 'NAME',
    SYS: 'NAME',
    BL: 'NAME',
    OC: 'MASKED',
    PC: 'MASKED',
    ST: 'MASKED',
    AUD: 'MASKED',
  },
  OTHER_ENTRANCE: {
    RC: 'NAME',
    GB: 'NAME',
    SYS: 'NAME',
    OC: 'MASKED',
    PC: 'MASKED',
    ST: 'MASKED',
    AUD: 'MASKED',
  },
  OTHER_ESTATE: { RC: 'NAME', GB: 'NAME', SYS: 'NAME', ST: 'MASKED', AUD: 'MASKED' },
  OTHER_NEIGHBORHOOD: {},
};

describe.each(PLACES)('the owner of a flat: %s', (where) => {
  it.each(ROLES)('as %s', async (role) => {
    const file = await t.database.inTransaction(actors[role], (tx) => placeFile(tx, 'unit', units[where]));
    if (where === 'OTHER_NEIGHBORHOOD') return expect(file).toBeNull();
    const [owner, ...others] = file?.people ?? [];
    const sees = SEES[where][role];
    expect(others).toEqual([]);
    if (!sees) return expect(owner).toBeUndefined();
    expect([owner?.name?.includes('*'), owner?.personId !== null]).toEqual(
      sees === 'NAME' ? [false, true] : [true, false],
    );
  });
});

describe('a list of people', () => {
  const LISTS: readonly Role[] = ['RC', 'GB', 'BL', 'SYS'];
  const list = (role: Role, words = '') =>
    t.database.inTransaction(actors[role], (tx) => peopleList(tx, { words, after: null }));

  it.each(ROLES)('as %s', async (role) => {
    const found = await list(role);
    expect(found.ok).toBe(LISTS.includes(role));
    if (!found.ok) expect(found.refusal.code).toBe('registry.not-a-reader');
  });

  it('of a block leader has the people of the entrance led, and no more', async () => {
    const names = good(await list('BL')).people.map((one) => one.name);
    expect(names).toEqual(['住户测试1', '住户测试2', '住户测试3', '住户测试4']);
    expect(good(await list('BL', '测试远邻')).people).toEqual([]);
  });

  it('tells a block leader of no flat elsewhere that a neighbour holds, not even when asked for its room', async () => {
    const personId = n.residents[0]!.personId!;
    const flat = { unitId: units.OTHER_ESTATE, personId, relation: 'TENANT', fromDay: '2026-01-01' } as const;
    good(await does(t, n.as.RC2, (tx) => holdUnit(tx, flat)));
    const seen = good(await list('BL', '住户测试1')).people;
    expect(seen.map((one) => one.units)).toEqual([['ZJ-B01-S01-0101']]);
    expect(good(await list('RC', '住户测试1')).people.map((one) => one.units)).toEqual([
      ['EL-B01-S01-0901', 'ZJ-B01-S01-0101'],
    ]);
    expect(good(await list('BL', '测试别处1号楼901')).people).toEqual([]);
    const rooms = good(await list('RC', '测试别处1号楼901')).people.map((one) => one.name);
    expect(rooms).toEqual(['测试远邻', '住户测试1']);
  });
});

describe('a person’s page', () => {
  it.each(ROLES)('as %s', async (role) => {
    const file = await t.database.inTransaction(actors[role], (tx) =>
      personFile(tx, n.residents[2]!.personId!),
    );
    expect(file !== null).toBe(['RC', 'GB', 'SYS'].includes(role));
  });

  it('tells of a post in a party group to the general branch only: it would say who is a member', async () => {
    const member = actors.VOL;
    await insert(n.id, 'appointment', {
      post_id: member.post!.postId,
      person_id: member.personId,
      from_day: '2020-01-01',
    });
    const posts = async (role: Role) =>
      (await t.database.inTransaction(actors[role], (tx) => personFile(tx, member.personId!)))?.posts.map(
        (post) => post.orgKind,
      );
    expect(await posts('GB')).toEqual(['PARTY_GROUP']);
    expect(await posts('RC')).toEqual([]);
  });

  it('tells of a team, and of a party’s activity group to the general branch only', async () => {
    const personId = n.residents[3]!.personId!;
    const join = (kind: string, organisation_id: string) =>
      insert(n.id, 'team', { kind, name_zh: kind, name_en: kind, organisation_id }).then((team_id) =>
        t.ownerPool.query(
          `insert into registry.team_member (neighborhood_id, team_id, person_id, from_day) values ($1, $2, $3, '2026-01-01')`,
          [n.id, team_id, personId],
        ),
      );
    await join('VOLUNTEERS', n.org.RC);
    await join('ACTIVITY_GROUP', actors.VOL.post!.orgId);
    const teams = async (role: Role) =>
      (await t.database.inTransaction(actors[role], (tx) => personFile(tx, personId)))?.teams
        .map((team) => team.kind)
        .toSorted();
    expect(await teams('GB')).toEqual(['ACTIVITY_GROUP', 'VOLUNTEERS']);
    expect(await teams('RC')).toEqual(['VOLUNTEERS']);
  });
});
