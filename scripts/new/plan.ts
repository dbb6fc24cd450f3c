/** What `npm run new` would write: new files, and existing files with lines added. Writes nothing itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tierOf } from '../../architecture/house.ts';
import { camel, isName, pascal, snake, subjectOf } from './names.ts';

/** Files by path from the root, and what is left to do by hand. */
export type Plan = { readonly files: ReadonlyMap<string, string>; readonly next: readonly string[] };

/** Something was asked for that cannot be made; the message says what to do. */
export class CannotMake extends Error {}

const TEMPLATES = join(import.meta.dirname, 'templates');
const DATABASE = 'src/platform/db/database.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Plans what to make.
 *
 * @param root the repository.
 * @param kind `module`, `command` or `query`.
 * @param names the module, and for the other two the name of the file.
 * @throws CannotMake when a name does not fit, or something is there already or missing.
 */
export function plan(root: string, kind: string, names: readonly string[]): Plan {
  const [module = '', name = ''] = names;
  if (!isName(module))
    throw new CannotMake('A module is called by lower-case words with dashes, e.g. lending.');
  const tier = tierOf(module);
  if (tier === null)
    throw new CannotMake(
      `Decide first in which tier of architecture/house.ts ${module} stands: that says what it may use.`,
    );
  const made = { module, tier: String(tier) };
  if (kind === 'module') return planModule(root, made);
  if (!existsSync(join(root, 'src/modules', module)))
    throw new CannotMake(`There is no module ${module} yet: npm run new -- module ${module}`);
  if (kind === 'command') return planCommand(root, made, name);
  if (kind === 'query') return planQuery(root, made, name);
  throw new CannotMake(
    'Say what to make: module <name>, command <module> <verb-object> or query <module> <noun>.',
  );
}

function planModule(root: string, made: { module: string; tier: string }): Plan {
  const home = `src/modules/${made.module}`;
  const there = existsSync(join(root, home))
    ? readdirSync(join(root, home), { recursive: true, withFileTypes: true })
    : [];
  if (there.some((entry) => entry.isFile())) throw new CannotMake(`${home} is there already.`);
  const values = {
    ...made,
    Module: pascal(made.module),
    module_: snake(made.module),
    ...subjectValues(subjectOf(made.module)),
  };
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(TEMPLATES, 'module'), { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.txt')) continue;
    const path = entry
      .replaceAll('\\', '/')
      .replace('__subject__', values.subject)
      .replace(/\.txt$/, '');
    files.set(`${home}/${path}`, filled(`module/${entry}`, values));
  }
  const migration = `db/migrations/${nextMigration(root)}-${made.module}.sql`;
  files.set(migration, filled('migration/module.sql.txt', values));
  files.set(DATABASE, withSchema(read(root, DATABASE), values.module_));
  const next = [
    `Say in ${home}/README.md what it is for, and in ${migration} what it keeps.`,
    'npm run db:types   (writes db/types.gen.ts and db/schema.sql from the migrations)',
    'Mount it: its words in src/web/words.ts; once it has pages, its routes and routeRules in src/web/modules.ts.',
  ];
  return { files, next };
}

function planCommand(root: string, made: { module: string; tier: string }, name: string): Plan {
  if (!isName(name, 2)) throw new CannotMake('A command is called verb-object, e.g. lend-tool.');
  const home = `src/modules/${made.module}`;
  const engine = namesIn(root, `${home}/commands/engine`).find((file) => /^change-[a-z-]+\.ts$/.test(file));
  if (!engine)
    throw new CannotMake(
      `${home} has no commands/engine/change-….ts, the one way to change what it keeps. Write that first.`,
    );
  const subject = engine.slice('change-'.length, -'.ts'.length);
  const values = {
    ...made,
    ...subjectValues(subject),
    command: name,
    commandCamel: camel(name),
    Command: pascal(name),
  };
  const files = new Map<string, string>();
  add(root, files, `${home}/commands/${name}.ts`, filled('command/command.ts.txt', values));
  add(root, files, `${home}/commands/${name}.test.ts`, filled('command/command.test.ts.txt', values));
  add(root, files, `${home}/forms/${name}.ts`, filled('command/form.ts.txt', values));
  // A long table of rules has a file of its own, which permissions.ts hands on.
  const apart = 'rules/command-rules.ts';
  const rulesFile = existsSync(join(root, home, apart)) ? apart : 'permissions.ts';
  const tables: readonly (readonly [string, string, string])[] = [
    ['contract.ts', `export const ${values.SUBJECT}_ACTIONS`, `'${name}',`],
    ['permissions.ts', `export const ${values.SUBJECT}_PERMISSIONS`, `'${name}': [],`],
    [rulesFile, 'export const COMMAND_RULES', `'${name}': '${name}',`],
    ['rules/lifecycle.ts', 'export const LIFECYCLE', `{ action: '${name}', from: [], to: [] },`],
  ];
  for (const [file, table, row] of tables) {
    const path = `${home}/${file}`;
    files.set(path, withRow(files.get(path) ?? read(root, path), path, table, row));
  }
  return {
    files,
    next: [
      `Say who may (${home}/permissions.ts), in which states (${home}/rules/lifecycle.ts), and decide in the command.`,
    ],
  };
}

function planQuery(root: string, made: { module: string; tier: string }, name: string): Plan {
  if (!isName(name)) throw new CannotMake('A query is called by a noun, e.g. tool-list.');
  const home = `src/modules/${made.module}`;
  if (!/export function visibleTo\b/.test(readIfThere(root, `${home}/permissions.ts`))) {
    throw new CannotMake(`${home}/permissions.ts has no visibleTo(actor): a query must know who sees what.`);
  }
  const table = mainTable(root, made.module);
  const values = {
    ...made,
    ...subjectValues(table.replaceAll('_', '-')),
    query: name,
    queryCamel: camel(name),
    Query: pascal(name),
  };
  const files = new Map<string, string>();
  add(root, files, `${home}/queries/${name}.ts`, filled('query/query.ts.txt', values));
  add(root, files, `${home}/store/${name}-rows.ts`, filled('query/rows.ts.txt', values));
  return {
    files,
    next: [`Read the columns you need in ${home}/store/${name}-rows.ts, and say who may see which row.`],
  };
}

function subjectValues(subject: string) {
  return {
    subject,
    subjectCamel: camel(subject),
    Subject: pascal(subject),
    SUBJECT: snake(subject).toUpperCase(),
    subject_: snake(subject),
  };
}

/** The table named like the module's subject, else the first one a migration makes. */
function mainTable(root: string, module: string): string {
  const made = namesIn(root, 'db/migrations').flatMap((file) => [
    ...read(root, `db/migrations/${file}`).matchAll(
      new RegExp(`create table ${snake(module)}\\.([a-z_]+)`, 'g'),
    ),
  ]);
  const tables = made.map((match) => match[1] ?? '');
  const subject = snake(subjectOf(module));
  const table = tables.includes(subject) ? subject : tables[0];
  if (!table) throw new CannotMake(`No migration makes a table of ${module}.`);
  return table;
}

function nextMigration(root: string): string {
  const numbers = namesIn(root, 'db/migrations').map((file) => Number.parseInt(file, 10) || 0);
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}

/** Lets `tx.schema('…')` know one more schema. */
function withSchema(text: string, schema: string): string {
  const type = /(export type SchemaName =[^;]*);/.exec(text)?.[1];
  if (!type) throw new CannotMake(`${DATABASE} has no type SchemaName.`);
  return text.replace(type, `${type} | '${schema}'`);
}

/** Adds a row at the end of a table: the list or object that an exported constant holds. */
function withRow(text: string, path: string, table: string, row: string): string {
  const start = text.indexOf(table);
  const value = text.indexOf('= ', start) + 1;
  const end = start < 0 ? -1 : text.slice(value).search(/[\]}]( as const)?;/) + value;
  if (start < 0 || end < value) throw new CannotMake(`${path} has no ${table.replace('export const ', '')}.`);
  const before = text.slice(0, end).trimEnd();
  return `${before}${/[,[{]$/.test(before) ? '' : ','}\n  ${row}\n${text.slice(end)}`;
}

function add(root: string, files: Map<string, string>, path: string, text: string): void {
  if (existsSync(join(root, path))) throw new CannotMake(`${path} is there already.`);
  files.set(path, text);
}

function filled(template: string, values: Values): string {
  return readFileSync(join(TEMPLATES, template), 'utf8').replace(/\{\{(\w+)\}\}/g, (_all, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${template} wants ${name}`);
    return value;
  });
}

function namesIn(root: string, folder: string): string[] {
  return existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function readIfThere(root: string, path: string): string {
  return existsSync(join(root, path)) ? read(root, path) : '';
}
