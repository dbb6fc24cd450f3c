import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { addPlace } from '#modules/registry/commands/places/add-place.ts';
import { correctPlace } from '#modules/registry/commands/places/correct-place.ts';
import { removePlace } from '#modules/registry/commands/places/remove-place.ts';
import type { PlaceFields, PlaceKind } from '#modules/registry/contract/places.ts';
import { searchPlaces, unitsOf } from '#modules/registry/facade.server.ts';
import { placeFile } from '#modules/registry/queries/places/place-file.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

const flat = (room: string, area = 8840): PlaceFields => ({
  kind: 'unit',
  room,
  unitKind: 'DWELLING',
  area,
  areaSource: 'REGISTRY',
});
const add = (fields: PlaceFields, kind: PlaceKind | null, id = '', actor: Actor = n.as.RC2) =>
  does(t, actor, (tx) => addPlace(tx, { fields, parent: kind ? { kind, id } : null }));
const file = (kind: PlaceKind, id: string, actor: Actor = n.as.RC2) =>
  t.database.inTransaction(actor, (tx) => placeFile(tx, kind, id));

describe('a place', () => {
  it('is entered from the estate down, each with a code that follows from its numbers', async () => {
    const estate = good(
      await add({ kind: 'estate', code: 'XY', nameZh: '测试新苑', nameEn: 'New', laneZh: '' }, null),
    );
    const area = (await file('estate', estate))?.areas[0]?.id ?? '';
    const building = good(
      await add({ kind: 'building', number: 3, managementAreaId: area }, 'estate', estate),
    );
    const stairwell = good(await add({ kind: 'stairwell', number: 8 }, 'building', building));
    const unit = good(await add(flat('502'), 'stairwell', stairwell));
    expect(await file('unit', unit)).toMatchObject({
      code: 'XY-B03-S08-0502',
      above: [{ id: estate }, { id: building }, { id: stairwell }],
    });
    const found = await t.database.inTransaction(n.as.RC, (tx) => searchPlaces(tx, '测试新苑 3号楼502'));
    expect(found.map((one) => one.ids.unitId)).toEqual([unit]);
  });

  it('cannot take a code twice, lie in the wrong place, or be a flat without an entrance', async () => {
    expect(refusal(await add(flat('101'), 'stairwell', n.stairwellId))).toBe('registry.code-taken');
    expect(refusal(await add(flat('901'), 'building', n.buildingId))).toBe('registry.unit-without-building');
    expect(refusal(await add(flat('901'), 'unit', n.units[0]))).toBe('registry.place-unknown');
    expect(refusal(await add({ kind: 'stairwell', number: 2 }, 'estate', n.estateId))).toBe(
      'registry.place-unknown',
    );
    const elsewhere = await smallNeighborhood(t, 'QX');
    expect(refusal(await add({ kind: 'stairwell', number: 2 }, 'building', elsewhere.buildingId))).toBe(
      'registry.place-unknown',
    );
    const area = (await file('estate', elsewhere.estateId, elsewhere.as.RC))?.areas[0]?.id ?? '';
    expect(
      refusal(await add({ kind: 'building', number: 9, managementAreaId: area }, 'estate', n.estateId)),
    ).toBe('registry.area-unknown');
  });

  it('is corrected on what was seen, and its code follows the room', async () => {
    const id = n.units[0]!;
    const version = (await file('unit', id))?.version ?? 0;
    const correct = (fields: PlaceFields) =>
      does(t, n.as.RC2, (tx) => correctPlace(tx, { id, version, fields }));
    good(await correct(flat('103', 9000)));
    expect(await file('unit', id)).toMatchObject({
      code: 'ZJ-B01-S01-0103',
      fields: { room: '103', area: 9000 },
    });
    expect(refusal(await correct(flat('104')))).toBe('registry.changed-meanwhile');
  });

  it('keeps its number while units carry it, and its estate’s code for good', async () => {
    const version = (await file('building', n.buildingId))?.version ?? 0;
    const area = (await file('estate', n.estateId))?.areas[0]?.id ?? '';
    const renumber = (managementAreaId: string) =>
      does(t, n.as.RC2, (tx) =>
        correctPlace(tx, {
          id: n.buildingId,
          version,
          fields: { kind: 'building', number: 7, managementAreaId },
        }),
      );
    expect(refusal(await renumber(area))).toBe('registry.number-in-use');
    const recode = does(t, n.as.RC2, (tx) =>
      correctPlace(tx, {
        id: n.estateId,
        version: 1,
        fields: { kind: 'estate', code: 'AB', nameZh: '测试', nameEn: 'Test', laneZh: '' },
      }),
    );
    expect(refusal(await recode)).toBe('registry.estate-code-stays');
  });

  it('goes only when nothing hangs on it, and comes back with its history', async () => {
    const remove = (kind: PlaceKind, id: string) => does(t, n.as.RC2, (tx) => removePlace(tx, { kind, id }));
    expect(refusal(await remove('estate', n.estateId))).toBe('registry.place-stays');
    expect(refusal(await remove('building', n.buildingId))).toBe('registry.in-use-entrances');
    expect(refusal(await remove('stairwell', n.stairwellId))).toBe('registry.in-use-units');
    expect(refusal(await remove('unit', n.units[0]!))).toBe('registry.in-use-holders');
    const spare = good(await add(flat('301'), 'stairwell', n.stairwellId));
    good(await remove('unit', spare));
    expect(refusal(await remove('unit', spare))).toBe('registry.place-unknown');
    const rooms = async () =>
      (await t.database.inTransaction(n.as.RC, (tx) => unitsOf(tx, n.stairwellId))).map((unit) => unit.room);
    expect(await rooms()).not.toContain('301');
    expect(good(await add(flat('301'), 'stairwell', n.stairwellId))).toBe(spare);
    expect(await rooms()).toContain('301');
  });

  it('is kept by the committee and the branch, and by nobody else', async () => {
    for (const actor of [n.as.PC, n.as.OC, n.as.HO, n.as.AG, n.residents[0]!, n.anonymous]) {
      expect(refusal(await add(flat('301'), 'stairwell', n.stairwellId, actor))).toBe(
        'registry.not-a-keeper',
      );
    }
    good(await add(flat('301'), 'stairwell', n.stairwellId, n.as.GB2));
  });

  it('of another neighborhood is not there', async () => {
    const stranger = (await smallNeighborhood(t, 'QX')).as.RC;
    expect(await file('unit', n.units[0]!, stranger)).toBeNull();
    expect(await file('estate', n.estateId, stranger)).toBeNull();
  });
});

describe('a large estate', () => {
  it('is read a hundred rows at a time, by index', async () => {
    await t.ownerPool.query(
      `insert into registry.unit (neighborhood_id, id, estate_id, code, room, kind, area, area_source)
       select $1, gen_random_uuid(), $2, 'ZJ-TP-' || lpad(i::text, 6, '0'), 'P' || i, 'PARKING', 1250, 'REGISTRY'
         from generate_series(1, 100000) i`,
      [n.id, n.estateId],
    );
    await t.ownerPool.query('analyze registry.unit');
    const first = (await file('estate', n.estateId))?.children.find((page) => page.kind === 'unit');
    expect([first?.rows.length, first?.next]).toEqual([100, 'ZJ-TP-000100']);
    const second = await t.database.inTransaction(n.as.RC, (tx) =>
      placeFile(tx, 'estate', n.estateId, { unit: first?.next ?? '' }),
    );
    expect(second?.children.find((page) => page.kind === 'unit')?.rows[0]?.code).toBe('ZJ-TP-000101');
    const plan = await t.ownerPool.query(
      `explain select c.id, c.code as sort from registry.unit c
        where c.neighborhood_id = $1 and c.estate_id = $2 and c.building_id is null and c.removed_at is null and c.code > 'ZJ-TP-050000'
        order by sort limit 101`,
      [n.id, n.estateId],
    );
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Scan/);
  });
});
