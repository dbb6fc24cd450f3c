import { describe, expect, it } from 'vitest';
import { makeVault } from '#platform/vault/vault.ts';
import { PROOF_SECONDS, proofCookie, provenCodes } from './proofs.ts';

const vault = makeVault('a secret of at least thirty-two characters');
const now = new Date('2026-11-20T10:00:00+08:00');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const give = (code: string, header: string | null = null, home = 'n1') =>
  proofCookie(vault, home, code, header, { now, secure: false }).split(';')[0]!;
const read = (header: string, at = now, home = 'n1') => [...provenCodes(vault, home, header, at)];

describe('the proof that somebody knows a PIN', () => {
  it('holds for its code, for two hours, in its neighborhood', () => {
    const cookie = give('ZJ-2611-0042');
    expect(read(cookie)).toEqual(['ZJ-2611-0042']);
    expect(read(cookie, later(PROOF_SECONDS + 1))).toEqual([]);
    expect(read(cookie, now, 'n2')).toEqual([]);
  });
  it('cannot be made or changed without our key', () => {
    const cookie = give('ZJ-2611-0042');
    expect(read(cookie.replace('0042', '0043'))).toEqual([]);
    expect(read(cookie.replace(/~[^~]+~/, '~zzzzzzz~'))).toEqual([]);
    const other = makeVault('another secret of thirty-two characters');
    expect([...provenCodes(other, 'n1', cookie, now)]).toEqual([]);
  });
  it('keeps the four newest codes in a cookie a browser sends back', () => {
    let header: string | null = null;
    for (const number of [1, 2, 3, 4, 5, 5]) header = give(`ZJ-2611-000${number}`, header);
    expect(read(header!)).toEqual([5, 4, 3, 2].map((number) => `ZJ-2611-000${number}`));
    expect(header!.split('=')[1]).toMatch(/^[\w.~-]{1,200}$/);
  });
});
