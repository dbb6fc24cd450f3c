import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PERMISSION_TABLES } from '../queries/permission-tables.ts';
import { grantsOf } from './grants.ts';
import { actionsWithRows, rowOfAction } from './row-of-action.ts';
import { BRIEF_ROWS, CELLS, type Cell, COLUMNS, type RowName } from './skeleton.ts';
import { excessOf } from './within-row.ts';

const MODULES = join(import.meta.dirname, '../..');

/** `module.action ROLE condition` → why a module grants more than the brief's row. */
const DIFFERENCES: ReadonlyMap<string, string> = new Map([
  ['matters.see-reporter BL self', 'whoever reported sees themselves, also as a block leader'],
  ['matters.see-reporter VOL self', 'whoever reported sees themselves, also as a volunteer'],
  ['agreements.sign-agreement VOL head', 'partner units are parties of the agreement (brief §4.5)'],
  ['agreements.name-responsible VOL head', 'partner units are parties of the agreement (brief §4.5)'],
  ['agreements.leave-agreement VOL head', 'partner units are parties of the agreement (brief §4.5)'],
  ['meetings.review-minutes VOL seat-head', 'partner units sit in the joint meeting (brief §3.7)'],
  ['meetings.report-on-self VOL own-work', 'partner units say themselves what they did (brief §3.6)'],
  ['agreements.take-commitment VOL head', 'partner units are parties of the agreement (brief §4.5)'],
]);

const actions = Object.entries(PERMISSION_TABLES).flatMap(([module, table]) =>
  Object.entries(table).map(([action, entry]) => ({ module, action, grants: grantsOf(entry) })),
);

describe('the table of the brief', () => {
  it('has twelve rows and ten columns', () => {
    expect(Object.keys(BRIEF_ROWS)).toHaveLength(12);
    expect(COLUMNS).toHaveLength(10);
  });

  it('says no where the brief says no', () => {
    const no = (row: keyof typeof BRIEF_ROWS) =>
      COLUMNS.filter((column) => !(column in BRIEF_ROWS[row])).join(' ');
    expect(Object.fromEntries(Object.keys(BRIEF_ROWS).map((row) => [row, no(row as never)]))).toEqual({
      'read-public': '',
      raise: 'ST AUD',
      'see-reporter': 'VOL',
      triage: 'RES OWN VOL ST AUD',
      rule: 'RES OWN VOL RC OC PC ST AUD',
      'follow-up': 'RES OWN OC PC HO ST AUD',
      convene: 'RES OWN VOL PC ST AUD',
      sign: 'RES OWN VOL ST AUD',
      ballot: 'RES GB ST',
      'mediation-file': 'VOL AUD',
      'publish-notice': 'RES OWN VOL ST AUD',
      membership: 'VOL RC OC PC HO ST AUD',
    });
  });

  it('uses each kind of cell', () => {
    const used = new Set<Cell>(Object.values(BRIEF_ROWS).flatMap((row) => Object.values(row) as Cell[]));
    expect(CELLS.filter((cell) => !used.has(cell))).toEqual([]);
  });
});

describe('every module', () => {
  it('that has a permission table is read', () => {
    const there = readdirSync(MODULES).filter((name) => {
      const file = join(MODULES, name, 'permissions.ts');
      return existsSync(file) && /_PERMISSIONS\b/.test(readFileSync(file, 'utf8'));
    });
    expect(Object.keys(PERMISSION_TABLES).sort()).toEqual(there.sort());
  });

  it('has a row for each of its actions, and no row for what it does not have', () => {
    expect(actions.length).toBeGreaterThan(60);
    const rowless = actions.filter(({ module, action }) => rowOfAction(module, action) === null);
    expect(rowless.map(({ module, action }) => `${module}.${action}`)).toEqual([]);
    const known = new Set(actions.map(({ module, action }) => `${module}.${action}`));
    const stale = actionsWithRows().filter(({ module, action }) => !known.has(`${module}.${action}`));
    expect(stale).toEqual([]);
  });

  it('grants no more than its row, but for the differences that have a reason', () => {
    const excess = actions.flatMap(({ module, action, grants }) =>
      excessOf(rowOfAction(module, action) as RowName, grants).map(
        ({ role, condition }) => `${module}.${action} ${role} ${condition}`,
      ),
    );
    expect(excess.filter((one) => !DIFFERENCES.has(one))).toEqual([]);
    expect([...DIFFERENCES.keys()].filter((one) => !excess.includes(one))).toEqual([]);
  });
});

describe('a grant beyond its row is found', () => {
  it.each([
    ['triage', 'RES', 'any'],
    ['triage', 'PC', 'any'],
    ['see-reporter', 'PC', 'any'],
    ['see-reporter', 'ST', 'full'],
    ['raise', 'AUD', 'any'],
    ['publish-notice', 'PC', 'any'],
  ] as const)('%s by %s as %s', (row, role, condition) => {
    expect(excessOf(row, [{ role, condition }])).toHaveLength(1);
  });

  it('and a table that cannot be read is refused', () => {
    expect(() => grantsOf('everybody')).toThrow();
    expect(() => grantsOf({ RC: true })).toThrow();
    expect(() => grantsOf([{ roles: ['KING'], relation: 'any' }])).toThrow();
  });
});
