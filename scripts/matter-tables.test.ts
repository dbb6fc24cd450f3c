import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withTables } from './matter-tables.ts';

/** The formatter aligns columns; what counts is what stands in them. */
const unaligned = (text: string) =>
  text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---').replace(/\n+/g, '\n');

it('the tables in the README of matters are the tables of the program', () => {
  const readme = readFileSync(new URL('../src/modules/matters/README.md', import.meta.url), 'utf8');
  expect(unaligned(withTables(readme))).toBe(unaligned(readme));
});
