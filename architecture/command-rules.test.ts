/** Every command has a rule: who may start it stands in `COMMAND_RULES` of its module's permissions.ts. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const MODULES = join(import.meta.dirname, '../src/modules');
const WITHOUT_ACTION = ['PROGRAM', 'ANYBODY', 'PART'];

/** Keys of all tables of a permissions.ts: what its exports named `…_PERMISSIONS` decide on. */
function actionsOf(permissions: Readonly<Record<string, unknown>>): string[] {
  const tables = Object.entries(permissions).filter(([name]) => name.endsWith('_PERMISSIONS'));
  return tables.flatMap(([, table]) => Object.keys(table as object));
}

/** What is wrong between the files of a commands folder and the rules of its module. */
function gapsOf(files: readonly string[], permissions: Readonly<Record<string, unknown>>): string[] {
  const rules = (permissions.COMMAND_RULES ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  const actions = new Set(actionsOf(permissions));
  const twice = files.filter((file, at) => files.indexOf(file) !== at);
  const unruled = files.filter((file) => !Object.hasOwn(rules, file));
  const stale = Object.keys(rules).filter((file) => !files.includes(file));
  const unknown = Object.entries(rules).flatMap(([file, rule]) => {
    if (typeof rule === 'string' && WITHOUT_ACTION.includes(rule)) return [];
    const named = [rule].flat();
    const odd = named
      .filter((action) => !actions.has(action))
      .map((action) => `${file}: no action ${action}`);
    return named.length === 0 ? [`${file}: no action`] : odd;
  });
  return [
    ...twice.map((file) => `${file}: two commands of one name`),
    ...unruled.map((file) => `${file}: has no rule`),
    ...stale.map((file) => `${file}: has no file`),
    ...unknown,
  ];
}

function commandsOf(module: string): string[] {
  const paths = globSync('commands/**/*.ts', { cwd: join(MODULES, module) });
  return paths.filter((path) => !path.endsWith('.test.ts')).map((path) => basename(path, '.ts'));
}

const modules = readdirSync(MODULES).filter((module) => existsSync(join(MODULES, module, 'commands')));

describe('every command has a rule, every rule a command, and every action stands in a table', () => {
  it.each(modules)('%s', async (module) => {
    const permissions = await import(/* @vite-ignore */ join(MODULES, module, 'permissions.ts'));
    expect(gapsOf(commandsOf(module), permissions)).toEqual([]);
  });

  it('and what only the program starts is named by no page', async () => {
    const named: string[] = [];
    for (const module of modules) {
      const { COMMAND_RULES = {} } = await import(/* @vite-ignore */ join(MODULES, module, 'permissions.ts'));
      const own = Object.keys(COMMAND_RULES).filter((file) => COMMAND_RULES[file] === 'PROGRAM');
      for (const page of globSync('*/pages/**/*.{ts,tsx}', { cwd: MODULES })) {
        const text = readFileSync(join(MODULES, page), 'utf8');
        named.push(...own.filter((file) => text.includes(`/${file}.ts'`)).map((file) => `${page}: ${file}`));
      }
    }
    // A clerk who looks at a running import moves it on; the work itself is done as the program.
    expect(named).toEqual(['registry/pages/import/batch.page.server.ts: work-on-import']);
  });

  it('looks at the modules there are', () => {
    expect(modules).toEqual(expect.arrayContaining(['matters', 'notices', 'registry']));
  });
});

describe('one violation is named', () => {
  const TABLES = { LOAN_PERMISSIONS: { lend: ['RC'] } };

  it('a command without a rule', () => {
    expect(gapsOf(['lend-tool'], { ...TABLES, COMMAND_RULES: {} })).toEqual(['lend-tool: has no rule']);
  });

  it('a rule without a command', () => {
    expect(gapsOf([], { ...TABLES, COMMAND_RULES: { 'lend-tool': 'lend' } })).toEqual([
      'lend-tool: has no file',
    ]);
  });

  it('an action that no table knows, and a command with no action at all', () => {
    const COMMAND_RULES = { 'lend-tool': ['lend', 'give'], 'take-back': [] };
    expect(gapsOf(['lend-tool', 'take-back'], { ...TABLES, COMMAND_RULES })).toEqual([
      'lend-tool: no action give',
      'take-back: no action',
    ]);
  });

  it('two files of one name in two folders', () => {
    expect(gapsOf(['lend', 'lend'], { ...TABLES, COMMAND_RULES: { lend: 'lend' } })).toEqual([
      'lend: two commands of one name',
    ]);
  });
});
