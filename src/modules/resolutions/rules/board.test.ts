import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIGHTS } from '../contract.ts';
import { byUrgency, ROWS_ON_SCREEN, tallyOf, turnOf } from './tally.ts';
import { type Answered, inReboundWindow, VERDICTS, verdictOf } from './verification.ts';
import { makesCircle, readActionName, type Wait } from './waiting.ts';

const NONE = { all: 0, inTime: 0 };

describe('the board by organisation', () => {
  it('counts each open action under one light', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LIGHTS.filter((light) => light !== 'DONE'))), (open) => {
        const { red, orange, yellow, onTime } = tallyOf(open, NONE);
        expect(red + orange + yellow + onTime).toBe(open.length);
      }),
    );
  });
  it('shows what is red before what is orange, and that before what is yellow', () => {
    const one = (...open: (typeof LIGHTS)[number][]) => tallyOf(open, NONE);
    const sorted = [one('ON_TIME', 'ON_TIME'), one('YELLOW'), one('ORANGE', 'ORANGE'), one('RED')].toSorted(
      byUrgency,
    );
    expect(sorted.map(({ red, orange, yellow, onTime }) => [red, orange, yellow, onTime])).toEqual([
      [1, 0, 0, 0],
      [0, 2, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 2],
    ]);
  });
  it('goes round in turns that show every organisation once, whatever turn is asked for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 60 }), fc.integer(), (rows, asked) => {
        const { turns } = turnOf(rows, 1);
        const shown = Array.from({ length: turns }, (_, at) => turnOf(rows, at + 1).rows).flat();
        expect(shown).toEqual(rows);
        const any = turnOf(rows, asked);
        expect(any.turn).toBeGreaterThanOrEqual(1);
        expect(any.turn).toBeLessThanOrEqual(turns);
        expect(any.rows.length).toBeLessThanOrEqual(ROWS_ON_SCREEN);
      }),
    );
  });
});

describe('what is missing before striking off', () => {
  const answer = (said: string, matterId: string | null = null): Answered => {
    const [answer, day] = said.split(' ');
    return { answer: answer as Answered['answer'], day: day ?? '2026-04-20', matterId };
  };
  const of = (check: 'ON_SITE' | 'RECORDS' | null, hasRequester: boolean, ...answers: Answered[]) =>
    verdictOf({ check, hasRequester, answers }, '2026-04-23');
  const tries = ['NO_ANSWER 2026-04-20', 'NO_ANSWER 2026-04-21', 'NO_ANSWER 2026-04-22'].map((one) =>
    answer(one),
  );

  it('is this, for every check, with and without somebody to ask, whatever they say', () => {
    const table = ([null, 'RECORDS', 'ON_SITE'] as const).flatMap((check) =>
      [false, true].map((hasRequester) => [
        check,
        hasRequester,
        of(check, hasRequester),
        of(check, hasRequester, answer('AGREES')),
        of(check, hasRequester, answer('DISAGREES')),
        of(check, hasRequester, answer('AGREES', 'a'), answer('DISAGREES', 'b')),
        of(check, hasRequester, answer('AGREES', 'a'), answer('AGREES', 'c'), answer('DISAGREES', 'b')),
        of(check, hasRequester, ...tries),
      ]),
    );
    const [C, N, A, S, L] = VERDICTS;
    expect(table).toEqual([
      [null, false, N, N, N, N, N, N],
      [null, true, N, N, N, N, N, N],
      ['RECORDS', false, L, L, L, L, L, L],
      ['RECORDS', true, A, C, S, S, C, L],
      ['ON_SITE', false, C, C, C, C, C, C],
      ['ON_SITE', true, A, C, S, S, C, C],
    ]);
  });
  it('never lets through what nobody of another organisation has checked', () => {
    const any = fc.record({
      answer: fc.constantFrom('AGREES' as const, 'DISAGREES' as const, 'NO_ANSWER' as const),
      day: fc.constantFrom('2026-04-20', '2026-04-21', '2026-04-22'),
      matterId: fc.option(fc.constantFrom('a', 'b')),
    });
    fc.assert(
      fc.property(fc.boolean(), fc.array(any), (hasRequester, answers) => {
        expect(verdictOf({ check: null, hasRequester, answers }, '2026-04-23')).toBe('NOT_CHECKED');
      }),
    );
  });
  it('rebounds within ninety days, the ninetieth included', () => {
    const still = (today: string) => inReboundWindow('2026-04-20', today);
    expect([still('2026-04-20'), still('2026-07-19'), still('2026-07-20')]).toEqual([true, true, false]);
  });
});

describe('actions that wait for others', () => {
  it('never come to wait in a circle, however they are linked', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.record({ waiter: id, awaited: id }), { maxLength: 25 }), (asked) => {
        const kept: Wait[] = [];
        for (const one of asked) if (!makesCircle(kept, one)) kept.push(one);
        const reach = (from: string, seen = new Set<string>()): Set<string> => {
          for (const { awaited } of kept.filter(({ waiter }) => waiter === from))
            if (!seen.has(awaited)) reach(awaited, seen.add(awaited));
          return seen;
        };
        for (const one of ['a', 'b', 'c', 'd', 'e']) expect(reach(one).has(one)).toBe(false);
      }),
    );
  });
  it('are named as people name them', () => {
    for (const typed of ['R-2026-09/1', 'r-2026-9-1', 'R2026-09 第1件', 'Ｒ-2026-09/1', ' R-2026-9 第 1 件 '])
      expect([typed, readActionName(typed)]).toEqual([typed, { code: 'R-2026-09', number: 1 }]);
    for (const typed of ['', '那件', 'R-2026-09', '2026-09/1']) expect(readActionName(typed)).toBeNull();
  });
});
