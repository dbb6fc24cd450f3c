import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTables } from '../../../scripts/matter-tables.ts';

it('the tables in the README are the tables of the program', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  expect(withTables(readme)).toBe(readme);
});
