/** The auditor's table of who may do what has words for everything in it. */
import { expect, it } from 'vitest';
import { ROLES } from '#kernel/actor.ts';
import { MATTER_ACTIONS } from '#modules/matters/contract.ts';
import { PERMISSION_TABLES } from '#modules/oversight/queries/permission-tables.ts';
import { grantsOf } from '#modules/oversight/rules/grants.ts';
import { BRIEF_ROWS, CELLS, COLUMNS, FURTHER_ROWS } from '#modules/oversight/rules/skeleton.ts';
import { DICTIONARIES } from '#web/words.ts';

const STEPS: readonly string[] = MATTER_ACTIONS.filter((action) => action !== 'add-photo');

const actions = Object.entries(PERMISSION_TABLES).flatMap(([module, table]) =>
  Object.entries(table).map(([action, entry]) => ({ module, action, entry })),
);
const conditions = actions.flatMap(({ entry }) => grantsOf(entry).map(({ condition }) => condition));

const asked = [
  ...[...Object.keys(BRIEF_ROWS), ...Object.keys(FURTHER_ROWS)].map((row) => `oversight.row.${row}`),
  ...COLUMNS.map((column) => `oversight.column.${column}`),
  ...ROLES.map((role) => `oversight.role.${role}`),
  ...CELLS.map((cell) => `oversight.cell.${cell}`),
  ...conditions.map((condition) => `oversight.condition.${condition}`),
  ...actions
    .filter(({ module, action }) => module !== 'matters' || !STEPS.includes(action))
    .map(({ module, action }) => `oversight.action.${module}.${action}`),
];

it.each([
  ['Chinese', DICTIONARIES['zh-CN']],
  ['English', DICTIONARIES.en],
])('every row, column, cell, condition and action has words in %s', (_language, words) => {
  const all = [...new Set([...asked, ...STEPS.map((action) => `desk.action.${action}`)])];
  expect(all.filter((key) => !Object.hasOwn(words, key))).toEqual([]);
});
