import { createHash } from 'node:crypto';

/** The same numbers in every run. */
export type Dice = { next: () => number; pick: <T>(from: readonly T[]) => T };

export function diceOf(seed: string): Dice {
  let count = 0;
  const next = () => {
    const hash = createHash('sha256').update(`${seed}/${count++}`).digest();
    return hash.readUInt32BE(0) / 2 ** 32;
  };
  return { next, pick: (from) => from[Math.floor(next() * from.length)]! };
}

/** Must never come back as markup. */
export const SCRIPT = '<script>window.hacked=1</script>';
export const BREAK_OUT = '"><img src=x onerror=hacked()>';

/** Values nobody means well with, and a few that merely look right. */
export const ODD_VALUES: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e309',
  '99999999999999999999',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  "' or '1'='1",
  "'; drop table registry.person; --",
  '1) union select 1 from pg_catalog.pg_tables --',
  '%',
  '_%\\',
  '\\',
  SCRIPT,
  BREAK_OUT,
  '{{7*7}}',
  '${7*7}',
  '../../../../etc/passwd',
  '..%2f..%2f',
  'javascript:alert(1)',
  '//evil.example',
  'data:text/html,x',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202egnp.exe',
  '王阿姨',
  '１３８００００１２３４',
  '👩‍👩‍👧‍👦',
  'x'.repeat(3000),
  '二'.repeat(5000),
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  '2026-11-20T99:99',
  '00000000-0000-0000-0000-000000000000',
  '01999d11-9800-7665-ab20-5b8bb9109c4f',
  '01999d11-9800-7665-ab20-5b8bb9109c4',
  'ZJ-2604-0031',
  'ZJ-9999-9999',
  'estate',
  'b:01999d11-9800-7665-ab20-5b8bb9109c4f',
  'n~2026-11-20T02:00:00.000Z~01999d11-9800-7665-ab20-5b8bb9109c4f',
  'c~notatime~01999d11-9800-7665-ab20-5b8bb9109c4f',
  'on',
  'true',
];
