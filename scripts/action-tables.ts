/** Draws the tables of the resolutions module from its data, for its README: `node scripts/action-tables.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { ACTION_STEPS } from '../src/modules/resolutions/contract.ts';
import { ACTION_PERMISSIONS } from '../src/modules/resolutions/permissions.ts';
import { ACTION_TRANSITIONS } from '../src/modules/resolutions/rules/action-lifecycle.ts';

const README = new URL('../src/modules/resolutions/README.md', import.meta.url);
const BEGIN = '<!-- tables: drawn by scripts/action-tables.ts -->';
const END = '<!-- end of tables -->';

function drawn(): string {
  const rows = ACTION_STEPS.flatMap((step) =>
    ACTION_TRANSITIONS.filter((one) => one.step === step).map(({ from, to, only = [], unless = [] }) => {
      const who = ACTION_PERMISSIONS[step].map(({ roles, as }) => `${roles.join(' ')} (${as})`).join('; ');
      const when = [...only, ...unless.map((flag) => `not ${flag}`)].join(', ');
      return `| ${step} | ${from.join(' ')} | ${to ?? '·'} | ${when} | ${who} |`;
    }),
  );
  const head = ['| step | from | to | only when | who (standing) |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...rows].join('\n');
}

/** The README with its table drawn anew. */
export function withTables(readme: string): string {
  const [head, rest] = readme.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (tail === undefined) throw new Error('the README has no place for the table');
  return `${head}${BEGIN}\n\n${drawn()}\n\n${END}${tail}`;
}

if (import.meta.main) writeFileSync(README, withTables(readFileSync(README, 'utf8')));
