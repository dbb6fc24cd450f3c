import { describe, expect, it } from 'vitest';
import { checkPurity, mustBePure } from './purity.ts';

const rulesIn = (code: string): string[] =>
  checkPurity(new Map([['src/modules/matters/rules/x.ts', code]])).map((finding) => finding.rule);

describe('pure code', () => {
  it.each([
    'export const at = (ms: number) => new Date(ms);',
    'export const at = (now: Date) => new Date(now.getTime() + 1).toISOString();',
    'export const utc = Date.UTC(2026, 0, 1) + Date.parse("2026-01-01T00:00:00Z");',
    'export const is = (x: unknown): x is Date => x instanceof Date;',
    'export type Row = { process: string; fetch: Date };',
    'export const of = (row: { process: string }) => row.process;',
    'export function run(process: string) { return process; }',
    'export function run() { const console = 1; return console; }',
    'export const { fetch } = { fetch: 1 };',
    '// process.env, await fetch(), Math.random()\nexport const text = "Date.now()";',
    'export const big = Math.max(1, 2);',
  ])('may say: %s', (code) => {
    expect(rulesIn(code)).toEqual([]);
  });

  it.each([
    ['pure-no-clock', 'export const a = Date.now();'],
    ['pure-no-clock', "export const a = Date['now']();"],
    ['pure-no-clock', 'export const a = new Date;'],
    ['pure-no-clock', 'export const a = Date();'],
    ['pure-no-clock', 'const D = Date;\nexport const a = (x: number) => new D(x);'],
    ['pure-no-clock', 'export const a = performance.now();'],
    ['pure-no-chance', "export const a = Math['random']();"],
    ['pure-no-chance', 'export const a = { random: Math.random };'],
    ['pure-no-chance', 'export const a = crypto.randomUUID();'],
    ['pure-no-world', 'export const a = globalThis.name;'],
    ['pure-no-world', 'export const a = { process };'],
    ['pure-no-world', 'export const f = (process: string) => process;\nconsole.log(f);'],
    ['pure-no-world', 'export const a = import.meta.url;'],
    ['pure-no-waiting', "export const a = () => import('./y.ts');"],
    ['pure-no-waiting', 'export const a = { async run() {} };'],
    ['pure-no-waiting', 'export const a = Promise.resolve(1);'],
    ['pure-no-local-time', 'export const a = (d: Date) => d.setHours(0);'],
  ])('%s forbids: %s', (rule, code) => {
    expect(rulesIn(code)).toEqual([rule]);
  });

  it('is demanded of the kernel and of contract, permissions and rules, and of nothing else', () => {
    const paths = [
      'src/kernel/a.ts',
      ...['contract.ts', 'permissions.ts', 'rules/a.ts'].map((part) => `src/modules/m/${part}`),
    ];
    expect(paths.filter((path) => !mustBePure(path))).toEqual([]);
    const others = [
      'src/platform/a.ts',
      'src/modules/m/store/a.ts',
      'src/modules/m/rules/a.test.ts',
      'src/web/a.tsx',
    ];
    expect(others.filter(mustBePure)).toEqual([]);
  });
});
