import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test-database.ts';

// Enough rows that reading them all would be the slower way; what is true here only grows with a million.
const ROWS = 60_000;
const HERE = randomUUID();
const PERSON = randomUUID();

let t: TestDatabase;

beforeAll(async () => {
  t = await testDatabase();
  const events = `insert into platform.event (neighborhood_id, seq, id, at, subject_kind, subject_id, kind, role,
      person_id, post_id, org_id, on_behalf_of, data, prev_hash, hash)
    select $1::uuid, i, gen_random_uuid(), timestamptz '2026-01-01' + i * interval '1 minute', 'matter',
      gen_random_uuid(), 'matters.kind-' || i % 40, 'RC',
      case when i % 500 = 0 then $2::uuid else gen_random_uuid() end, gen_random_uuid(), gen_random_uuid(),
      case when i % 1000 = 0 then $2::uuid end, '{}', '', ''
    from generate_series(1, ${ROWS}) i`;
  await t.ownerPool.query(events, [HERE, PERSON]);
  await t.ownerPool.query(events, [randomUUID(), PERSON]);
  await t.ownerPool.query('analyze platform.event');
}, 120_000);
afterAll(() => t.close());

/** How the database goes about one page of the trail. */
async function planOf(where: string): Promise<string> {
  const { rows } = await t.ownerPool.query(
    `explain select id from platform.event where neighborhood_id = '${HERE}' ${where}
      order by at desc, id desc limit 51`,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test.each([
  ['everything', '', 'event_at'],
  ['the next page', `and (at, id) < ('2026-01-20', '${HERE}')`, 'event_at'],
  ['a person', `and person_id = '${PERSON}' and post_id is not null`, 'event_person_at'],
  ['a post', `and post_id = '${PERSON}'`, 'event_post_at'],
  ['an organisation', `and org_id = '${PERSON}'`, 'event_org_at'],
  ['a kind', "and kind = 'matters.kind-7'", 'event_kind_at'],
  ['a subject', `and subject_id = '${PERSON}'`, 'event_subject_at'],
  ['acts on behalf', 'and on_behalf_of is not null', 'event_on_behalf_at'],
])('%s is found by an index, without reading the whole trail', async (_what, where, index) => {
  const plan = await planOf(where);
  expect(plan).toContain(index);
  expect(plan).not.toContain('Seq Scan');
});
