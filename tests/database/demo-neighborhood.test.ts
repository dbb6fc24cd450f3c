import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCast } from '#demo/cast.ts';
import { type DemoNeighborhood, demoNeighborhood } from '#demo/neighborhood/demo-neighborhood.ts';
import { seedNeighborhood } from '#demo/neighborhood/seed-neighborhood.ts';
import { systemActor } from '#kernel/actor.ts';
import { PHONE_INDEX } from '#modules/registry/contract.ts';
import {
  holdersOf,
  householdUnitsOf,
  isOwner,
  organisations,
  personByPhone,
  placeTree,
  postsHeldBy,
  searchPlaces,
  servingOrganisations,
  teams,
} from '#modules/registry/facade.server.ts';
import { verifyChain } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const NOW = new Date('2025-10-31T02:00:00Z');
const DAY = '2026-11-20';

let t: TestDatabase;
let demo: DemoNeighborhood;
beforeAll(async () => {
  t = await testDatabase(NOW);
  demo = await seedNeighborhood(t.database, { now: NOW });
}, 60_000);
afterAll(() => t.close());

function read<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  return t.database.inTransaction(systemActor(demo.id), fn);
}

async function rows(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await t.ownerPool.query(sql, values)).rows;
}

describe('places add up to the brief', () => {
  it('has 1,600 households in 29 buildings with 73 entrances', async () => {
    const tree = await read(placeTree);
    const shape = tree.map((estate) => [
      estate.code,
      estate.buildings.length,
      estate.buildings.flatMap((building) => building.stairwells).length,
    ]);
    expect(shape).toEqual([
      ['ZJ', 20, 60],
      ['CS', 4, 8],
      ['LB', 5, 5],
    ]);
  });

  it('has the areas of the brief to the hundredth of a square metre', async () => {
    const sums = await rows(
      `select e.code, u.kind, count(*)::int as units, sum(u.area)::int as area
         from registry.unit u join registry.estate e on (e.neighborhood_id, e.id) = (u.neighborhood_id, u.estate_id)
        group by 1, 2 order by 1, 2`,
    );
    expect(sums).toEqual([
      { code: 'CS', kind: 'DWELLING', units: 480, area: 5_400_000 },
      { code: 'CS', kind: 'PARKING', units: 40, area: 50_000 },
      { code: 'LB', kind: 'DWELLING', units: 400, area: 3_700_000 },
      { code: 'ZJ', kind: 'DWELLING', units: 720, area: 6_660_000 },
    ]);
  });

  it('has the common parts of the brief', async () => {
    const found = await rows(
      `select kind, count(*)::int as n from registry.common_part
        where kind not in ('GREEN', 'OTHER') group by 1 order by 1`,
    );
    expect(Object.fromEntries(found.map((row) => [row.kind, row.n]))).toEqual({
      BASEMENT_ROOM: 1,
      GATE: 9,
      LIFT: 26,
      PARKING_PLACE: 780,
      PLAYGROUND: 4,
      PUMP_ROOM: 3,
      STREET_LAMP: 214,
      WASTE_STATION: 6,
    });
    expect(await rows(`select area from registry.common_part where code = 'ZJ-B1-03'`)).toEqual([
      { area: 18_000 },
    ]);
  });
});

describe('the roll counts heads as the law does', () => {
  /** Heads of an estate: one a holder, co-owners of a unit one together (Interp. art. 9). */
  const HEADS = `
    select count(distinct coalesce(co.unit_id, h.person_id))::int as heads
      from registry.unit_holder h
      join registry.unit u on (u.neighborhood_id, u.id) = (h.neighborhood_id, h.unit_id)
      join registry.estate e on (e.neighborhood_id, e.id) = (u.neighborhood_id, u.estate_id)
      left join registry.unit_holder co on co.id = h.id and co.relation = 'CO_OWNER'
     where e.code = $1 and h.relation not in ('TENANT', 'HOUSEHOLD_MEMBER')`;

  it.each([
    ['ZJ', 718],
    ['CS', 481],
    ['LB', 389],
  ])('%s has %i heads', async (code, heads) => {
    expect(await rows(HEADS, code)).toEqual([{ heads }]);
  });

  it('names an owner for every unit, and one speaker for the four heirs', async () => {
    const ownerless = await rows(
      `select u.code from registry.unit u where not exists (
         select 1 from registry.unit_holder h where (h.neighborhood_id, h.unit_id) = (u.neighborhood_id, u.id)
            and h.relation not in ('TENANT', 'HOUSEHOLD_MEMBER'))`,
    );
    expect(ownerless).toEqual([]);
    const heirs = await rows(
      `select count(*)::int as heirs, count(*) filter (where is_representative)::int as speakers
         from registry.unit_holder where relation = 'CO_OWNER'`,
    );
    expect(heirs).toEqual([{ heirs: 4, speakers: 1 }]);
  });

  it('has the developer with 6 unsold, 2 undelivered and 4 parking spaces, and a company with 5 units', async () => {
    const held = await rows(
      `select p.name, h.relation, u.kind, count(*)::int as n from registry.unit_holder h
         join registry.person p on (p.neighborhood_id, p.id) = (h.neighborhood_id, h.person_id)
         join registry.unit u on (u.neighborhood_id, u.id) = (h.neighborhood_id, h.unit_id)
        where p.name in ('测试开发公司', '测试商贸公司') group by 1, 2, 3 order by 4 desc, 2`,
    );
    expect(held).toEqual([
      { name: '测试开发公司', relation: 'DEVELOPER_UNSOLD', kind: 'DWELLING', n: 6 },
      { name: '测试商贸公司', relation: 'OWNER', kind: 'DWELLING', n: 5 },
      { name: '测试开发公司', relation: 'DEVELOPER_UNSOLD', kind: 'PARKING', n: 4 },
      { name: '测试开发公司', relation: 'DEVELOPER_UNDELIVERED', kind: 'DWELLING', n: 2 },
    ]);
  });
});

describe('people and organisations', () => {
  it('has 18 organisations that stand by themselves, the others part of one', async () => {
    const all = await read((tx) => organisations(tx, DAY));
    expect(all.filter((org) => org.parentId === null)).toHaveLength(18);
    expect(all.filter((org) => org.kind === 'PROPERTY_COMPANY').map((org) => org.estateIds.length)).toEqual([
      1, 1, 1,
    ]);
  });

  it('fills every post but the night duty of 城市花园: owners’ committees of 7, 5 and 5, and 73 block leaders', async () => {
    const counted = await rows(
      `select o.kind, count(*)::int as posts, count(a.id)::int as held from registry.post p
         join registry.organisation o on (o.neighborhood_id, o.id) = (p.neighborhood_id, p.organisation_id)
         left join registry.appointment a on (a.neighborhood_id, a.post_id) = (p.neighborhood_id, p.id)
        where o.kind in ('OWNERS_COMMITTEE', 'PROPERTY_COMPANY') or p.stairwell_id is not null
        group by 1 order by 1`,
    );
    expect(counted).toEqual([
      { kind: 'BLOCK_LEADERS', posts: 73, held: 73 },
      { kind: 'OWNERS_COMMITTEE', posts: 17, held: 17 },
      { kind: 'PROPERTY_COMPANY', posts: 16, held: 15 },
    ]);
  });

  it('calls the leader of the first entrance 张阿姨S01', async () => {
    const { postId } = demo.blockLeader('ZJ', 1);
    const holder = (await read((tx) => holdersOf(tx, [postId], DAY))).get(postId);
    expect(holder).toMatchObject({ name: '张阿姨S01', as: 'HOLDER' });
  });

  it('has the teams of the brief', async () => {
    const found = await read(teams);
    expect(new Map(found.map((team) => [team.kind, team.members]))).toEqual(
      new Map([
        ['WOODPECKER', 12],
        ['SECURITY', 63],
        ['ACTIVITY_GROUP', 11],
        ['VOLUNTEERS', 120],
      ]),
    );
    const patrol = await rows(
      `select e.code, count(*)::int as n from registry.team_member m
         join registry.estate e on e.id = m.estate_id where m.team_id = $1 group by 1 order by 1`,
      demo.teams.patrol,
    );
    expect(patrol.map((row) => row.n)).toEqual([18, 17, 28]);
  });

  it('gives everybody a phone of their own from the test range', async () => {
    const [{ n, indexes }] = (await rows(
      `select count(phone_cipher)::int as n, count(distinct phone_index)::int as indexes from registry.person`,
    )) as [{ n: number; indexes: number }];
    expect(n).toBeGreaterThan(1600);
    expect(indexes).toBe(n);
    expect(demo.phoneOf(demo.people.auntieWang)).toMatch(/^1380000\d{4}$/);
    const found = await read((tx) =>
      personByPhone(tx, tx.vault.index(PHONE_INDEX, demo.phoneOf(demo.people.auntieWang) ?? '')),
    );
    expect(found?.id).toBe(demo.people.auntieWang);
  });

  it('knows a tenant from an owner, and an owner in two estates', async () => {
    expect(await read((tx) => isOwner(tx, demo.people.msZhao, DAY))).toBe(false);
    expect(await read((tx) => householdUnitsOf(tx, demo.people.msZhao, DAY))).toEqual([
      demo.unitId('LB-B02-S02-1103'),
    ]);
    expect(await read((tx) => householdUnitsOf(tx, demo.people.mrSun, DAY))).toEqual([
      demo.unitId('CS-B03-S05-0904'),
      demo.unitId('ZJ-B12-S35-0302'),
    ]);
  });

  it('lets one person hold two posts, and builds the same actor as the database', async () => {
    const held = await read((tx) => postsHeldBy(tx, demo.people.xiaoLin, DAY));
    expect(held.map((post) => post.orgKind)).toEqual(['BLOCK_LEADERS', 'RESIDENTS_COMMITTEE']);
    const actor = demo.actorInPost('RC-DESK-2');
    expect(held).toContainEqual(expect.objectContaining(actor.post ?? {}));
    expect(actor.role).toBe('RC');
  });

  it('finds the property company of an estate and who runs it', async () => {
    const [company] = await read((tx) => servingOrganisations(tx, demo.estates.CS, 'PROPERTY_COMPANY', DAY));
    expect(company?.id).toBe(demo.orgs.propertyCs);
    const holders = await read((tx) => holdersOf(tx, [demo.post('PC-CS-MGR')], DAY));
    expect(holders.get(demo.post('PC-CS-MGR'))).toMatchObject({ name: '梁经理', as: 'HOLDER' });
  });
});

it('understands places as people type them', async () => {
  const found = async (text: string) =>
    (await read((tx) => searchPlaces(tx, text))).map(({ place }) =>
      [
        place.estate.code,
        place.building?.number,
        place.unit?.code ?? place.commonPart?.code ?? place.stairwell?.code,
      ]
        .filter((part) => part !== undefined)
        .join(' '),
    );
  expect(await found('紫荆 S08 502')).toEqual(['ZJ 3 ZJ-B03-S08-0502']);
  expect(await found('ZJ-B03-S08-0502')).toEqual(['ZJ 3 ZJ-B03-S08-0502']);
  expect(await found('鲁班3号楼1203')).toEqual(['LB 3 LB-B03-S03-1203']);
  expect(await found('紫荆小区 3-8-502')).toEqual(['ZJ 3 ZJ-B03-S08-0502']);
  expect(await found('北门')).toEqual(['CS CS-GATE-N', 'LB LB-GATE-N', 'ZJ ZJ-GATE-N']);
  expect(await found('鲁班 3号楼')).toEqual(['LB 3']);
  expect(await found('鲁班3号楼东梯')).toEqual(['LB 3 LB-B03-S03-LIFT-1']);
  expect(await found('紫荆小区')).toEqual(['ZJ']);
  expect(await found('没有这个地方')).toEqual([]);
});

it('has accounts for staff, an address, and a cast of people who exist', async () => {
  const [accounts] = await rows(
    `select count(*)::int as n from platform.account a join platform.account_person p on p.account_id = a.id`,
  );
  expect(accounts).toEqual({ n: 20 });
  expect(await rows(`select slug, is_default, is_demo from platform.neighborhood_address`)).toEqual([
    { slug: 'zijing', is_default: true, is_demo: true },
  ]);
  for (const member of await demoCast(demo.id)) expect(demo.nameOf(member.personId)).toBe(member.nameZh);
});

it('goes on where a killed program stopped, with the same ids and a sound chain of events', async () => {
  await t.ownerPool.query('delete from platform.neighborhood_address');
  const before = await rows(`select count(*)::int as n from platform.event`);
  const again = await seedNeighborhood(t.database, { now: NOW });
  expect(await rows(`select count(*)::int as n from platform.event`)).toEqual(before);
  expect(await rows(`select count(*)::int as n from platform.account`)).toEqual([{ n: 20 }]);
  expect(again.people).toEqual(demoNeighborhood().people);
  expect(await read(verifyChain)).toEqual({ events: before[0]?.n, brokenAt: null });
});
