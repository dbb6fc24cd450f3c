import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperCodeFrom, printedCode, readPaperCode } from '#kernel/paper-code.ts';
import { JOIN_STATES } from '../contract/joining.ts';
import { afterStep, JOIN_STEPS } from './joining/lifecycle.ts';
import { type Asking, matchRegister, type Registered } from './joining/match.ts';
import { mayAct, standingOn, yearAfter } from './proxies/standing.ts';

const wang: Registered = {
  holdingId: 'h1',
  personId: 'p1',
  name: '王测试',
  isOwner: true,
  hasPhone: true,
  tailFits: false,
};
const asking: Asking = { personId: 'me', name: '王测试', relation: 'OWNER', withCard: false };
const kindOf = (who: Partial<Asking>, ...registered: Registered[]) => {
  const match = matchRegister({ ...asking, ...who }, registered);
  return match.kind === 'ASK' ? match.finding : match.kind;
};

describe('somebody who wants to join a home', () => {
  it('is let in when name and phone are those of the register', () => {
    expect(kindOf({}, { ...wang, tailFits: true })).toBe('IS');
    expect(kindOf({ name: ' 王 测试 ' }, { ...wang, tailFits: true })).toBe('IS');
  });
  it('is asked about when the phone differs, even with the card', () => {
    expect(kindOf({}, wang)).toBe('PHONE_DIFFERS');
    expect(kindOf({ withCard: true }, wang)).toBe('PHONE_DIFFERS');
  });
  it('is the entry without a phone when they hold the card', () => {
    expect(kindOf({ withCard: true }, { ...wang, hasPhone: false })).toBe('IS');
    expect(kindOf({}, { ...wang, hasPhone: false })).toBe('PHONE_DIFFERS');
  });
  it('comes in with the card as family or tenant, never as an owner nobody knows', () => {
    expect(kindOf({ withCard: true, name: '李测试', relation: 'HOUSEHOLD_MEMBER' }, wang)).toBe('NEW');
    expect(kindOf({ withCard: true, name: '李测试', relation: 'TENANT' }, wang)).toBe('NEW');
    expect(kindOf({ withCard: true, name: '李测试' }, wang)).toBe('NAME_AND_PHONE_DIFFER');
    expect(kindOf({ name: '李测试', relation: 'TENANT' }, wang)).toBe('NAME_AND_PHONE_DIFFER');
    expect(kindOf({ name: '李测试' }, { ...wang, tailFits: true })).toBe('NAME_UNKNOWN');
    expect(kindOf({})).toBe('NOBODY_REGISTERED');
  });
  it('is told when they belong there already', () => {
    expect(kindOf({ personId: 'p1' }, wang)).toBe('ALREADY');
  });
  it('without a name is nobody of the register', () => {
    expect(kindOf({ name: '' }, { ...wang, name: '', tailFits: true })).toBe('NAME_UNKNOWN');
  });
});

describe('a request', () => {
  it('is decided or withdrawn once', () => {
    for (const state of JOIN_STATES) {
      for (const step of JOIN_STEPS) expect(afterStep(state, step) !== null).toBe(state === 'REQUESTED');
    }
  });
});

describe('the code of a card', () => {
  it('is read as it is printed, whatever bytes it came from', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 40, maxLength: 60 }), (bytes) => {
        const code = paperCodeFrom(bytes);
        fc.pre(code !== null);
        expect(readPaperCode(printedCode(code ?? '').toLowerCase())).toBe(code);
      }),
    );
  });
  it('is refused when a sign is none of ours or one is missing', () => {
    expect(['ACDE-FGH', 'ACDE-FGH0', 'ACDEFGHJK', ''].map(readPaperCode)).toEqual([null, null, null, null]);
    expect(paperCodeFrom(new Uint8Array(3))).toBeNull();
  });
});

describe('a proxy', () => {
  it('is looked at again a year later', () => {
    expect([yearAfter('2026-11-23'), yearAfter('2024-02-29')]).toEqual(['2027-11-23', '2025-03-01']);
  });
  it('works until the review is due and for thirty days more', () => {
    const standing = (day: string) => standingOn(day, '2026-10-01');
    expect(['2026-10-01', '2026-10-02', '2026-10-31', '2026-11-01'].map(standing)).toEqual([
      'IN_FORCE',
      'OVERDUE',
      'OVERDUE',
      'SUSPENDED',
    ]);
    expect([mayAct('IN_FORCE'), mayAct('OVERDUE'), mayAct('SUSPENDED')]).toEqual([true, true, false]);
  });
});
