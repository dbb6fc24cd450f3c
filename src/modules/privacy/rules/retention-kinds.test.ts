import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../words/en.json' with { type: 'json' };
import zh from '../words/zh-CN.json' with { type: 'json' };
import { cutOff, isHeld, periodOf, RETENTION_KINDS, RUN_KINDS, retentionKind } from './retention-kinds.ts';

describe('what is kept is told the same everywhere', () => {
  it.each(RETENTION_KINDS)('$kind has words in both languages and its row in docs/privacy.md', (kind) => {
    for (const words of [zh, en] as Readonly<Record<string, string>>[]) {
      for (const part of ['what', 'why', 'who', 'how-long'])
        expect(words[`privacy.kept.${kind.kind}.${part}`]).toBeTruthy();
      expect(words[`privacy.basis.${kind.kind}`]).toBeTruthy();
    }
    const row = readFileSync('docs/privacy.md', 'utf8')
      .split('\n')
      .find((line) => line.startsWith(`| \`${kind.kind}\` |`));
    expect(row).toContain(`| ${kind.basis} | ${kind.mark} |`);
    if (kind.months !== null && kind.ends === 'RUN') expect(row).toContain(`${kind.months} months`);
    if (kind.fewest !== null && kind.ends === 'KEPT') expect(row).toContain(`${kind.fewest} months`);
  });

  it('exactly the kinds that end by a run can be run', () => {
    expect(RETENTION_KINDS.filter(({ ends }) => ends === 'RUN').map(({ kind }) => kind)).toEqual([
      ...RUN_KINDS,
    ]);
  });
});

describe('periods', () => {
  it.each([
    ['2026-11-23T02:00:00Z', 24, '2024-11-23T02:00:00.000Z'],
    ['2026-03-31T02:00:00Z', 1, '2026-02-28T02:00:00.000Z'],
    ['2024-03-31T02:00:00Z', 1, '2024-02-29T02:00:00.000Z'],
    ['2026-01-15T02:00:00Z', 6, '2025-07-15T02:00:00.000Z'],
  ])('%s less %i months is %s', (now, months, then) => {
    expect(cutOff(new Date(now), months).toISOString()).toBe(then);
  });

  it('the last decision of a neighborhood holds, else the program’s', () => {
    const decided = [
      { kind: 'SESSIONS', months: 12 },
      { kind: 'SESSIONS', months: 9 },
    ];
    expect(periodOf(decided, 'SESSIONS')).toBe(9);
    expect(periodOf(decided, 'MATTER_CONTACT')).toBe(retentionKind('MATTER_CONTACT')?.months);
    expect(periodOf(decided, 'REGISTER')).toBeNull();
  });
});

describe('a hold', () => {
  const hold = { subjectKind: 'matter', subjectId: 'a', until: '2026-12-31', liftedAt: null };
  it('covers its subject until its day and no other one', () => {
    expect(isHeld([hold], '2026-12-31', [{ kind: 'matter', id: 'a' }])).toBe(true);
    expect(isHeld([hold], '2027-01-01', [{ kind: 'matter', id: 'a' }])).toBe(false);
    expect(isHeld([hold], '2026-12-31', [{ kind: 'matter', id: 'b' }])).toBe(false);
    expect(isHeld([hold], '2026-12-31', [{ kind: 'person', id: 'a' }])).toBe(false);
    expect(isHeld([{ ...hold, liftedAt: new Date() }], '2026-12-31', [{ kind: 'matter', id: 'a' }])).toBe(
      false,
    );
  });
  it('on everything covers also what has no subject', () => {
    const all = { ...hold, subjectKind: 'everything', subjectId: null };
    expect(isHeld([all], '2026-12-31', [])).toBe(true);
  });
});
