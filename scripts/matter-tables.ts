/** Draws the tables of the matters module from its data, for its README: `node scripts/matter-tables.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { MATTER_PERMISSIONS } from '../src/modules/matters/permissions.ts';
import { LIFECYCLE } from '../src/modules/matters/rules/lifecycle.ts';

const README = new URL('../src/modules/matters/README.md', import.meta.url);
const BEGIN = '<!-- tables: drawn by scripts/matter-tables.ts -->';
const END = '<!-- end of tables -->';

/** The life cycle and the permissions as one table: action, from, to, who. */
export function matterTables(): string {
  const rows = LIFECYCLE.map(({ action, from, to }) => {
    const grants = MATTER_PERMISSIONS[action as keyof typeof MATTER_PERMISSIONS];
    const who = grants ? grants.map((g) => `${g.roles.join(' ')} (${g.relation})`).join('; ') : 'SYS';
    return `| ${action} | ${from.join(' ')} | ${to.length === 0 ? '·' : to.join(' ')} | ${who} |`;
  });
  return ['| action | from | to | who (standing) |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The README with its tables drawn anew. */
export function withTables(readme: string): string {
  const [head, rest] = readme.split(BEGIN);
  const tail = rest?.split(END)[1];
  if (tail === undefined) throw new Error('the README has no place for the tables');
  return `${head}${BEGIN}\n\n${matterTables()}\n\n${END}${tail}`;
}

if (import.meta.main) writeFileSync(README, withTables(readFileSync(README, 'utf8')));
