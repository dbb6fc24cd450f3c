import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoNeighborhood } from '#demo/neighborhood/demo-neighborhood.ts';
import { seedNeighborhood } from '#demo/neighborhood/seed-neighborhood.ts';
import type { Actor } from '#kernel/actor.ts';
import { endHolding } from '#modules/registry/commands/people/end-holding.ts';
import { holdUnit } from '#modules/registry/commands/people/hold-unit.ts';
import { transferUnit } from '#modules/registry/commands/people/transfer-unit.ts';
import { ownerRoll } from '#modules/registry/queries/people/owner-roll.ts';
import { does, good, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const FOUNDED = new Date('2025-10-31T02:00:00Z');
const DAY = '2026-11-20';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

describe('fixture 2: the demo register', () => {
  let demo: DemoNeighborhood;
  beforeAll(async () => {
    demo = await seedNeighborhood(t.database, { now: FOUNDED });
  }, 60_000);

  it.each([
    ['ZJ', 718, 6_660_000, 720],
    ['CS', 481, 5_450_000, 520],
    ['LB', 389, 3_700_000, 400],
  ] as const)('%s has %i heads with %i hundredths of a square metre', async (code, heads, area, parts) => {
    const roll = await t.database.inTransaction(demo.actorInPost('RC-DESK-2'), (tx) =>
      ownerRoll(tx, { estateId: demo.estates[code], day: DAY }),
    );
    expect(roll?.areas.map((line) => line.count)).toEqual([
      { heads, area, parts, leftOut: 0, ownerless: 0, speakerless: 0 },
    ]);
  });

  it('has a quarter of a flat for each of four heirs, and one of them speaks', async () => {
    const { rows } = await t.ownerPool.query(
      `select share_numerator || '/' || share_denominator as share, is_representative as speaks
         from registry.unit_holder where relation = 'CO_OWNER' order by 2 desc`,
    );
    expect(rows.map((row) => row.share)).toEqual(['1/4', '1/4', '1/4', '1/4']);
    expect(rows.map((row) => row.speaks)).toEqual([true, false, false, false]);
  });
});

describe('the owners of an estate', () => {
  let n: SmallNeighborhood;
  beforeEach(async () => {
    n = await smallNeighborhood(t);
  });
  const roll = async (more: { day?: string; most?: number } = {}, actor: Actor = n.as.RC2) =>
    t.database.inTransaction(actor, (tx) => ownerRoll(tx, { estateId: n.estateId, day: DAY, ...more }));
  const counted = async (more = {}) => (await roll(more))?.areas.map((line) => line.count);
  const ownerHolding = async (unitId: string): Promise<string> => {
    const { rows } = await t.ownerPool.query('select id from registry.unit_holder where unit_id = $1', [
      unitId,
    ]);
    return rows[0].id;
  };
  const insertPart = (kind: string, source: string, code: string) =>
    t.ownerPool.query(
      `insert into registry.unit (neighborhood_id, id, estate_id, code, room, kind, area, area_source)
       values ($1, $2, $3, $4, $4, $5, 1250, $6)`,
      [n.id, randomUUID(), n.estateId, code, kind, source],
    );

  it('are counted for the day asked: a sale to a neighbour takes a head away from that day on', async () => {
    const buyers = [{ personId: n.residents[1]!.personId }];
    const sale = { unitId: n.units[0]!, day: '2026-06-01', buyers };
    good(await does(t, n.as.RC2, (tx) => transferUnit(tx, sale)));
    expect(await counted({ day: '2026-05-31' })).toMatchObject([{ heads: 4, area: 4 * 8840 }]);
    expect(await counted({ day: '2026-06-01' })).toMatchObject([{ heads: 3, area: 4 * 8840 }]);
  });

  it('do not count a tenant, nor what was entered by mistake', async () => {
    const personId = n.residents[1]!.personId!;
    const tenant = { unitId: n.units[0]!, personId, relation: 'TENANT', fromDay: '2026-01-01' } as const;
    good(await does(t, n.as.RC2, (tx) => holdUnit(tx, tenant)));
    expect(await counted()).toMatchObject([{ heads: 4, ownerless: 0 }]);
    const holdingId = await ownerHolding(n.units[1]!);
    const wrong = { holdingId, lastDay: '2026-12-31', because: 'WRONG_ENTRY' } as const;
    good(await does(t, n.as.RC2, (tx) => endHolding(tx, wrong)));
    expect(await counted()).toMatchObject([{ heads: 4, ownerless: 1 }]);
  });

  it('count a developer that is an organisation once, with parts unsold and not handed over', async () => {
    for (const [i, relation] of (['DEVELOPER_UNSOLD', 'DEVELOPER_UNDELIVERED'] as const).entries()) {
      const unitId = n.units[i]!;
      const holdingId = await ownerHolding(unitId);
      const end = { holdingId, lastDay: '2025-12-31', because: 'OTHER' } as const;
      good(await does(t, n.as.RC2, (tx) => endHolding(tx, end)));
      const held = { unitId, organisationId: n.org.AG, relation, fromDay: '2026-01-01' };
      good(await does(t, n.as.RC2, (tx) => holdUnit(tx, held)));
    }
    expect(await counted()).toMatchObject([{ heads: 3, parts: 4 }]);
  });

  it('count parking in no building with the only management area; with two areas it stands apart', async () => {
    await insertPart('PARKING', 'REGISTRY', 'ZJ-TP-001');
    await insertPart('PARKING', 'CONTRACT', 'ZJ-TP-002');
    expect(await counted()).toMatchObject([{ heads: 5, parts: 5, leftOut: 1, area: 4 * 8840 + 1250 }]);
    await t.ownerPool.query(
      `insert into registry.management_area (neighborhood_id, id, estate_id, name_zh) values ($1, $2, $3, '测试二区')`,
      [n.id, randomUUID(), n.estateId],
    );
    const lines = (await roll())?.areas.map((line) => [line.area?.nameZh ?? null, line.count.heads]);
    expect(lines?.toSorted()).toEqual(
      [
        [null, 1],
        ['测试', 4],
        ['测试二区', 0],
      ].toSorted(),
    );
  });

  it('are sums to every reader of the register; units to look after only to those who keep it', async () => {
    await insertPart('PARKING', 'REGISTRY', 'ZJ-TP-001');
    const listed = async (actor: Actor) =>
      (await roll({}, actor))?.areas.map((line) => line.ownerless.map((unit) => unit.code));
    expect(await listed(n.as.RC2)).toEqual([['ZJ-TP-001']]);
    expect(await listed(n.as.GB2)).toEqual([['ZJ-TP-001']]);
    for (const actor of [n.as.PC, n.as.OC, n.as.AG]) expect(await listed(actor)).toEqual([[]]);
    for (const actor of [n.residents[0]!, n.anonymous]) expect(await roll({}, actor)).toBeNull();
    const stranger = (await smallNeighborhood(t, 'QX')).as.RC;
    expect(await roll({}, stranger)).toBeNull();
  });

  it('are not counted by the way where an estate is larger than the page can wait for', async () => {
    expect(await roll({ most: 3 })).toBeNull();
    expect(await counted({ most: 4 })).toMatchObject([{ heads: 4 }]);
  });
});
