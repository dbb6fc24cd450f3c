import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, Step } from './run-steps.ts';
import { countTests, type VitestReport } from './vitest-report.ts';

const root = join(import.meta.dirname, '../..');

/** A step that hangs is a step that failed. */
const LIMIT_MS = 15 * 60_000;

type Ended = { readonly code: number | null; readonly output: string };

/** Runs a program of Node's and keeps what it says. */
function node(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: -1, output: String(error) }));
    child.on('close', (code, signal) =>
      resolve({ code, output: signal ? `${output}\nended by ${signal}` : output }),
    );
  });
}

/** The program behind a package's command. */
function command(pack: string, name = pack): string {
  const folder = join(root, 'node_modules', pack);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return join(folder, typeof bin === 'string' ? bin : bin[name]!);
}

/** A step of one or more programs that all must end well; counts as one test. */
function check(name: string, ...programs: (() => readonly string[])[]): Step {
  const run = async (): Promise<Outcome> => {
    for (const args of programs) {
      const { code, output } = await node(args());
      if (code !== 0) return { passed: 0, failed: 1, output };
    }
    return { passed: 1, failed: 0, output: '' };
  };
  return { name, run };
}

/** A project of Vitest; every test counts. */
function vitest(project: string): Step {
  const run = async (): Promise<Outcome> => {
    const folder = mkdtempSync(join(tmpdir(), 'xieshou-report-'));
    const file = join(folder, 'report.json');
    try {
      const { code, output } = await node([
        command('vitest'),
        ...['run', '--project', project],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ]);
      return countTests(readReport(file), code, output);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return { name: project, run };
}

function readReport(file: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return null;
  }
}

/** Builds the pages. A build that was interrupted is not taken for a whole one (scripts/start.mjs). */
const build: Step = {
  name: 'build',
  run: async () => {
    const unfinished = join(root, 'build/.unfinished');
    mkdirSync(join(root, 'build'), { recursive: true });
    writeFileSync(unfinished, '');
    const { code, output } = await node([command('@react-router/dev', 'react-router'), 'build'], {
      NODE_ENV: 'production',
    });
    if (code !== 0) return { passed: 0, failed: 1, output };
    rmSync(unfinished, { force: true });
    return { passed: 1, failed: 0, output };
  },
};

const types = check(
  'types',
  () => [command('@react-router/dev', 'react-router'), 'typegen'],
  () => [command('typescript', 'tsc'), '--noEmit'],
);
const lint = check('lint', () => [
  command('@biomejs/biome', 'biome'),
  'ci',
  '--colors=off',
  '--max-diagnostics=200',
  '.',
]);
const architecture = check('architecture', () => ['architecture/check.ts']);
const unused = check('unused code', () => [command('knip'), '--no-progress']);
const freshness = check('freshness', () => ['scripts/db-types.ts', '--check']);
const crash = check('crash', () => ['tests/crash/crash.ts', '5']);

/** What one runs before every commit, within a minute. */
export const CHECK_STEPS: readonly Step[] = [types, lint, architecture, unused, vitest('unit')];

/** Everything. */
export const TEST_STEPS: readonly Step[] = [
  ...[types, lint, architecture, unused, freshness, build],
  ...[vitest('unit'), vitest('database'), vitest('journeys'), vitest('hostile'), crash],
];
