import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

it('connects as the role that owns nothing', async () => {
  const { rows } = await t.database.pool.query('select current_user');
  expect(rows).toEqual([{ current_user: 'xieshou_app' }]);
});
