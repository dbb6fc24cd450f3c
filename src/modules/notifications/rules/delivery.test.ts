import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOICES, URGENCIES } from '../contract.ts';
import { byHand, deliveryState, isQuiet, USUAL_HOURS, whenTold } from './delivery.ts';

const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);
const told = (...[urgency, choice, now]: [(typeof URGENCIES)[number], (typeof CHOICES)[number], string]) =>
  whenTold(urgency, choice, at(now), USUAL_HOURS);

describe('when somebody is told', () => {
  it.each([
    ['20T20:59', '20T20:59'],
    ['20T21:00', '21T07:00'],
    ['20T23:59', '21T07:00'],
    ['21T06:59', '21T07:00'],
    ['21T07:00', '21T07:00'],
  ])('what happens at %s rings at %s', (now, due) => {
    expect(told('NORMAL', 'BELL', now)).toEqual({ way: 'BELL', dueAt: at(due) });
    expect(told('URGENT', 'BELL', now)).toEqual({ way: 'BELL', dueAt: at(due) });
  });

  it('an emergency rings at night, and for whoever chose the digest or nothing', () => {
    for (const choice of CHOICES)
      expect(told('EMERGENCY', choice, '20T23:30')).toEqual({ way: 'BELL', dueAt: at('20T23:30') });
  });

  it('the digest comes at its hour, today or tomorrow', () => {
    expect(told('NORMAL', 'DIGEST', '20T09:12')).toEqual({ way: 'DIGEST', dueAt: at('20T18:00') });
    expect(told('NORMAL', 'DIGEST', '20T18:00')).toEqual({ way: 'DIGEST', dueAt: at('20T18:00') });
    expect(told('NORMAL', 'DIGEST', '20T18:01')).toEqual({ way: 'DIGEST', dueAt: at('21T18:00') });
  });

  it('a digest set into the quiet hours waits until they end', () => {
    const hours = { ...USUAL_HOURS, digestAt: 22 * 60 };
    expect(whenTold('NORMAL', 'DIGEST', at('20T09:00'), hours)?.dueAt).toEqual(at('21T07:00'));
  });

  it('whoever chose not to be told is not', () => {
    expect(told('URGENT', 'OFF', '20T09:00')).toBeNull();
  });

  it('nothing but an emergency ever rings in the quiet hours, nothing rings before it happened or later than two days after', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(
        fc.record({ quietFrom: minute, quietTo: minute, digestAt: minute }),
        fc.constantFrom(...URGENCIES),
        fc.constantFrom(...CHOICES),
        fc.integer({ min: 0, max: 3 * 86_400_000 }),
        (hours, urgency, choice, ms) => {
          const now = new Date(at('20T00:00').getTime() + ms);
          const when = whenTold(urgency, choice, now, hours);
          if (when === null) return choice === 'OFF' && urgency !== 'EMERGENCY';
          const late = when.dueAt.getTime() - now.getTime();
          const rests = urgency !== 'EMERGENCY' && isQuiet(when.dueAt, hours);
          return !rests && late >= 0 && late <= 2 * 86_400_000;
        },
      ),
      { numRuns: 400 },
    );
  });

  it('without hours of rest nothing is put off', () => {
    const none = { quietFrom: 0, quietTo: 0, digestAt: 0 };
    expect(whenTold('NORMAL', 'BELL', at('20T03:00'), none)?.dueAt).toEqual(at('20T03:00'));
  });
});

describe('how it comes and where it is', () => {
  it('is a call with a phone and a knock without', () => {
    expect([byHand(true), byHand(false)]).toEqual(['CALL', 'KNOCK']);
  });

  it('is kept back, delivered, then read', () => {
    const dueAt = at('21T07:00');
    expect(deliveryState({ dueAt, readAt: null }, at('21T06:59'))).toBe('HELD');
    expect(deliveryState({ dueAt, readAt: null }, at('21T07:00'))).toBe('DELIVERED');
    expect(deliveryState({ dueAt, readAt: at('21T08:00') }, at('21T09:00'))).toBe('READ');
  });
});
