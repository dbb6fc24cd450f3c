import { describe, expect, it } from 'vitest';
import { invitationEnd, invitationState, mayAccept, purposeOf } from './invitation.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const open = { expiresAt: invitationEnd(NOW), usedAt: null, revokedAt: null };

describe('an invitation', () => {
  it('is open for seven days and not a moment longer', () => {
    expect(invitationState(open, new Date('2026-11-30T01:59:59.999Z'))).toBe('OPEN');
    expect(invitationState(open, new Date('2026-11-30T02:00:00Z'))).toBe('EXPIRED');
  });

  it('that was used stays used, whatever happens later', () => {
    expect(invitationState({ ...open, usedAt: NOW, revokedAt: NOW }, NOW)).toBe('USED');
    expect(invitationState({ ...open, revokedAt: NOW }, NOW)).toBe('REVOKED');
  });

  it.each([
    ['is unknown', null, true],
    ['was used', { ...open, usedAt: NOW }, true],
    ['was withdrawn', { ...open, revokedAt: NOW }, true],
    ['is over', { ...open, expiresAt: NOW }, true],
    ['is for a post that was left', open, false],
  ])('that %s is refused with the same words', (_why, invitation, holdsPost) => {
    expect(mayAccept(invitation, { holdsPost, now: NOW })).toEqual({
      ok: false,
      refusal: { code: 'access.invitation-over' },
    });
  });

  it('opens the door otherwise', () => {
    expect(mayAccept(open, { holdsPost: true, now: NOW }).ok).toBe(true);
  });

  it('is for entering, or for a new password, and never for an account that serves elsewhere too', () => {
    expect(purposeOf({ holdsPost: true, account: null })).toEqual({ ok: true, value: 'ENTER' });
    const phoneOnly = { hasPassword: false, elsewhere: false };
    expect(purposeOf({ holdsPost: true, account: phoneOnly })).toEqual({ ok: true, value: 'ENTER' });
    const staff = { hasPassword: true, elsewhere: false };
    expect(purposeOf({ holdsPost: true, account: staff })).toEqual({ ok: true, value: 'NEW_PASSWORD' });
    for (const hasPassword of [true, false]) {
      expect(purposeOf({ holdsPost: true, account: { hasPassword, elsewhere: true } })).toMatchObject({
        refusal: { code: 'access.account-elsewhere' },
      });
    }
    expect(purposeOf({ holdsPost: false, account: null })).toMatchObject({
      refusal: { code: 'access.holds-no-post' },
    });
  });
});
