import { describe, expect, it } from 'vitest';
import { isUuid } from '#kernel/ids.ts';
import { makeVault } from '#platform/vault/vault.ts';
import { requestKeyFor } from './request-key.ts';

const vault = makeVault('a secret of at least thirty-two characters');
const given = '137fb6d1-2e41-49b2-8a35-3c91ea47444a';

describe('the key of an intention', () => {
  it('is the same for the same form and words, and another for other words or another form', () => {
    const key = requestKeyFor(vault, given, '灯坏了');
    expect(isUuid(key ?? '')).toBe(true);
    expect(requestKeyFor(vault, given, '灯坏了')).toBe(key);
    expect(requestKeyFor(vault, given, '门坏了')).not.toBe(key);
    expect(requestKeyFor(vault, given.replace('1', '2'), '灯坏了')).not.toBe(key);
  });
  it('is none when the form had none', () => {
    expect(['', 'x', `${given}'`].map((text) => requestKeyFor(vault, text, '灯坏了'))).toEqual([
      null,
      null,
      null,
    ]);
  });
});
