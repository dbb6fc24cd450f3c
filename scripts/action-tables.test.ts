import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTables } from './action-tables.ts';

it('the table in the README of resolutions is the table of the program', () => {
  const readme = readFileSync(new URL('../src/modules/resolutions/README.md', import.meta.url), 'utf8');
  expect(withTables(readme)).toBe(readme);
});
