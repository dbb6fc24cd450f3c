import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTables } from './matter-tables.ts';

it('the tables in the README of matters are the tables of the program', () => {
  const readme = readFileSync(new URL('../src/modules/matters/README.md', import.meta.url), 'utf8');
  expect(withTables(readme)).toBe(readme);
});
