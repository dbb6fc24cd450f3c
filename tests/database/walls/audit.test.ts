import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { verifyNeighborhoods } from '#platform/audit/verify-neighborhoods.ts';
import { type SmallNeighborhood, smallNeighborhood, submitted } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let sound: SmallNeighborhood;
let broken: SmallNeighborhood;

beforeAll(async () => {
  t = await testDatabase();
  sound = await smallNeighborhood(t, 'AA');
  await threeReports(sound);
});
beforeEach(async () => {
  broken = await smallNeighborhood(t, 'BB');
  await threeReports(broken);
});
afterAll(() => t.close());

async function threeReports(n: SmallNeighborhood): Promise<void> {
  for (let i = 0; i < 3; i++) await submitted(t, n, {}, n.residents[i]!);
}

/** As somebody with the keys of the database would do it. */
const tamper = (sql: string) => t.ownerPool.query(sql, [broken.id]);
const chainOf = async (n: SmallNeighborhood) =>
  (await verifyNeighborhoods(t.database)).find(({ neighborhoodId }) => neighborhoodId === n.id)!;

test('a chain that nobody touched is sound', async () => {
  expect(await chainOf(broken)).toMatchObject({ events: 3, brokenAt: null, brokenEvent: null });
});

test('a changed event is named, and the neighborhood beside it stays sound', async () => {
  await tamper(`update platform.event set reason = 'never said' where neighborhood_id = $1 and seq = 2`);
  expect(await chainOf(broken)).toMatchObject({
    events: 1,
    brokenAt: '2',
    brokenEvent: { kind: 'matters.submitted' },
  });
  expect((await chainOf(sound)).brokenAt).toBeNull();
});

test('an event whose moment, post or content was changed is named', async () => {
  const changes = [
    `at = at + interval '1 ms'`,
    'post_id = gen_random_uuid()',
    `data = data || '{"level": "P3"}'`,
  ];
  for (const change of changes) {
    broken = await smallNeighborhood(t, 'CC');
    await submitted(t, broken);
    await tamper(`update platform.event set ${change} where neighborhood_id = $1 and seq = 1`);
    expect([change, (await chainOf(broken)).brokenAt]).toEqual([change, '1']);
  }
});

test('an event taken out of the middle is named by the one after it', async () => {
  await tamper('delete from platform.event where neighborhood_id = $1 and seq = 2');
  expect(await chainOf(broken)).toMatchObject({ events: 1, brokenAt: '3' });
});

test('an event taken off the end is named as missing', async () => {
  await tamper('delete from platform.event where neighborhood_id = $1 and seq = 3');
  expect(await chainOf(broken)).toMatchObject({ events: 2, brokenAt: '3', brokenEvent: null });
});

test('one neighborhood can be checked alone, by its id or its name; an unknown one is none', async () => {
  const alone = await verifyNeighborhoods(t.database, broken.id);
  expect(alone.map(({ neighborhoodId }) => neighborhoodId)).toEqual([broken.id]);
  expect(await verifyNeighborhoods(t.database, 'nowhere')).toEqual([]);
});
