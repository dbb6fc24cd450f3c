import { describe, expect, it } from 'vitest';
import { NOTICE_KINDS } from '../contract.ts';
import { leadHours, tooLate } from './lead-time.ts';

const now = new Date('2026-11-20T10:00:00+08:00');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const notice = (kind: (typeof NOTICE_KINDS)[number], hours: number, more = {}) => ({
  kind,
  startsAt: inHours(hours),
  endsAt: inHours(hours + 4),
  emergency: false,
  emergencyReason: '',
  ...more,
});
const answer = (n: ReturnType<typeof notice>) => tooLate(n, now, '2026-11-20')?.code ?? null;

describe('how early works are announced', () => {
  it.each(NOTICE_KINDS)('%s: exactly in time is in time, an hour later is not', (kind) => {
    const hours = leadHours(kind, '2026-11-20');
    expect(answer(notice(kind, hours))).toBeNull();
    expect(answer(notice(kind, hours - 1))).toBe('notices.lead-too-short');
  });

  it('water and power need 48 hours, everything else seven days', () => {
    expect(NOTICE_KINDS.filter((kind) => leadHours(kind, '2026-11-20') === 48)).toEqual(['WATER', 'POWER']);
    expect(NOTICE_KINDS.filter((kind) => leadHours(kind, '2026-11-20') === 168)).toHaveLength(6);
  });

  it('an emergency goes out at once, with a reason', () => {
    expect(answer(notice('WATER', 0, { emergency: true, emergencyReason: '水管爆裂' }))).toBeNull();
    expect(answer(notice('WATER', 0, { emergency: true, emergencyReason: ' ' }))).toBe(
      'notices.emergency-needs-reason',
    );
  });

  it('it ends after it starts and is not over', () => {
    expect(answer(notice('NOISE', 200, { endsAt: inHours(199) }))).toBe('notices.ends-before-start');
    expect(answer(notice('NOISE', -10, { endsAt: inHours(-1) }))).toBe('notices.over-already');
  });
});
