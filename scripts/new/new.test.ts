/** What `npm run new` makes compiles, fits the house, and its own tests can run. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHouse } from '../../architecture/check.ts';
import { CannotMake, plan } from './plan.ts';

const REPOSITORY = join(import.meta.dirname, '../..');
const TYPES = 'db/types.gen.ts';
let root = '';
const made = new Set<string>();
const added = new Set<string>();

/** What regenerating the types from the new migration adds. */
const AGREEMENT_TABLE = `export interface BallotsBallot {
  id: string; neighborhood_id: string; opened_at: Timestamp; org_id: string; status: string; title: string; version: Generated<number>;
}
export interface DB {
  "ballots.ballot": BallotsBallot;`;

function make(kind: string, ...names: string[]): void {
  for (const [path, text] of plan(root, kind, names).files) {
    if (!existsSync(join(root, path))) added.add(path);
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    made.add(path);
  }
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'new-'));
  for (const path of [
    'package.json',
    'tsconfig.json',
    'db',
    'src/kernel',
    'src/platform',
    'src/modules/matters',
  ]) {
    cpSync(join(REPOSITORY, path), join(root, path), { recursive: true });
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  make('module', 'ballots');
  make('command', 'ballots', 'sign-ballot');
  make('query', 'ballots', 'signed-ballots');
  make('command', 'matters', 'photograph-matter');
  make('query', 'matters', 'matter-extremes');
  const types = readFileSync(join(root, TYPES), 'utf8');
  writeFileSync(join(root, TYPES), types.replace('export interface DB {', AGREEMENT_TABLE));
}, 60_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm run new', () => {
  it('makes files that compile under the strict settings', () => {
    const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    const files = [...made].filter((path) => path.endsWith('.ts')).map((path) => join(root, path));
    const program = ts.createProgram(files, options);
    const wrong = files.flatMap((file) => {
      const source = program.getSourceFile(file);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    });
    const told = wrong.map(
      (d) =>
        `${d.file?.fileName.slice(root.length + 1)}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`,
    );
    expect(told).toEqual([]);
  }, 60_000);

  it('makes what the house allows, with words for every refusal', async () => {
    const { findings } = await checkHouse(root);
    const own = findings.filter(
      ({ where }) => added.has(where.split(':')[0] ?? '') || where.startsWith('src/modules/ballots'),
    );
    expect(own).toEqual([]);
  }, 60_000);

  it('adds the action to its tables, where nobody may do it yet', () => {
    const text = (path: string): string => readFileSync(join(root, 'src/modules/ballots', path), 'utf8');
    expect(text('contract.ts')).toMatch(/'close-ballot',\s+'sign-ballot',/);
    expect(text('permissions.ts')).toMatch(/'sign-ballot': \[\],/);
    expect(text('permissions.ts')).toMatch(/'sign-ballot': 'sign-ballot',/);
    expect(text('rules/lifecycle.ts')).toMatch(/\{ action: 'sign-ballot', from: \[\], to: \[\] \},/);
  });

  it.each([
    [['module', 'ballots'], 'is there already'],
    [['module', 'unheard-of'], 'in which tier'],
    [['module', 'Bad Name'], 'lower-case words'],
    [['command', 'ballots', 'sign'], 'verb-object'],
    [['command', 'ballots', 'sign-ballot'], 'is there already'],
    [['command', 'mediation', 'cast-vote'], 'no module mediation'],
    [['page', 'ballots', 'start'], 'Say what to make'],
  ])('refuses %j and says why', ([kind = '', ...names], why) => {
    expect(() => plan(root, kind, names)).toThrow(CannotMake);
    expect(() => plan(root, kind, names)).toThrow(why);
  });
});
