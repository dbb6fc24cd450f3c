import { describe, expect, it } from 'vitest';
import { checkTables } from './tables.ts';

const found = (code: string): number =>
  checkTables(new Map([['src/modules/matters/store/x.ts', code]])).length;

describe('a module touches its own tables only', () => {
  it.each([
    "export const rows = (tx: Tx) => tx.schema('matters');",
    "export type Own = SchemaHandle<'matters'>;",
    'export const n = sql`select count(*) from matters.matter m where m.id = 1`;',
    'export const text = "registry.person";',
  ])('may: %s', (code) => {
    expect(found(code)).toBe(0);
  });

  it.each([
    "export const rows = (tx: Tx) => tx.schema('registry');",
    "export type Other = SchemaHandle<'registry'>;",
    'export const n = sql`select 1 from registry.person`;',
    'export const n = sql<number>`select 1 from platform.event`;',
  ])('may not: %s', (code) => {
    expect(found(code)).toBe(1);
  });
});
