import { describe, expect, it } from 'vitest';
import { actingPostOf, isLive, needsTouch, sessionExpiry } from './session-rules.ts';

const HOUR = 3_600_000;
const START = new Date('2026-11-23T01:00:00Z');
const hoursOn = (hours: number) => new Date(START.getTime() + hours * HOUR);
const session = (kind: 'staff' | 'resident', lastSeenAt = START) => ({
  createdAt: START,
  lastSeenAt,
  expiresAt: sessionExpiry(kind, START),
  endedAt: null,
});

describe('a session ends', () => {
  it('for staff after twelve idle hours', () => {
    expect(isLive(session('staff'), 'staff', hoursOn(11.9))).toBe(true);
    expect(isLive(session('staff'), 'staff', hoursOn(12))).toBe(false);
    expect(isLive(session('staff', hoursOn(11)), 'staff', hoursOn(22.9))).toBe(true);
  });

  it('for residents after thirty idle days', () => {
    expect(isLive(session('resident'), 'resident', hoursOn(30 * 24 - 1))).toBe(true);
    expect(isLive(session('resident'), 'resident', hoursOn(30 * 24))).toBe(false);
  });

  it('however busy it is', () => {
    const end = sessionExpiry('staff', START);
    expect(isLive(session('staff', new Date(end.getTime() - 1)), 'staff', end)).toBe(false);
  });

  it('at once when it is ended', () => {
    expect(isLive({ ...session('staff'), endedAt: START }, 'staff', hoursOn(0))).toBe(false);
  });

  it('is noted as used once a minute', () => {
    expect(needsTouch({ lastSeenAt: START }, new Date(START.getTime() + 59_999))).toBe(false);
    expect(needsTouch({ lastSeenAt: START }, new Date(START.getTime() + 60_000))).toBe(true);
  });
});

describe('the acting post', () => {
  const held = [{ postId: 'a' }, { postId: 'b' }];

  it('is the chosen one while it is held', () => {
    expect(actingPostOf(held, 'b')).toEqual({ postId: 'b' });
  });

  it('is another one held when the appointment to the chosen one ended', () => {
    expect(actingPostOf([{ postId: 'a' }], 'b')).toEqual({ postId: 'a' });
  });

  it('is none when no appointment is left', () => {
    expect(actingPostOf([], 'b')).toBeNull();
  });
});
