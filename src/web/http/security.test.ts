import { describe, expect, it } from 'vitest';
import { readCookies, writeCookie } from '#platform/http/cookies.ts';
import { localPath } from '../page/answers.ts';
import { BODY_LIMITS, bodyLimit, clientAddress, comesFromHere, contentSecurityPolicy } from './security.ts';

const HERE = new Set(['zj.example', '127.0.0.1:3000']);
const from = (headers: Record<string, string>) => comesFromHere(new Headers(headers), HERE);

describe('a form is taken', () => {
  it('from a page of this site', () => {
    expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ origin: 'https://zj.example' })).toBe(true);
    expect(from({ referer: 'http://127.0.0.1:3000/report' })).toBe(true);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site', origin: 'https://zj.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'https://evil.example' },
    { origin: 'https://zj.example.evil.example' },
    { origin: 'null' },
    { origin: 'null', referer: 'https://zj.example/' },
    {},
  ])('not from anywhere else: %o', (headers) => {
    expect(from(headers as Record<string, string>)).toBe(false);
  });
});

describe('the content security policy', () => {
  it('lets no script run on a page without one', () => {
    expect(contentSecurityPolicy(null)).toContain("script-src 'none'");
  });

  it('lets run what carries the nonce, and nothing inline', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic'");
    expect(policy).not.toContain('unsafe');
  });
});

describe('where to go back to', () => {
  it.each(['/', '/desk/matters?q=%E5%81%9C%E8%BD%A6', '/a/b#c'])('%s is here', (path) => {
    expect(localPath(path, '/home')).toBe(path);
  });

  it.each([
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\nb',
    '/\t/evil',
    '/a\\b',
  ])('%j is not', (path) => {
    expect(localPath(path, '/home')).toBe('/home');
  });
});

describe('the address that is counted', () => {
  it('is that of the socket when nobody stands between', () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(clientAddress('::ffff:203.0.113.9', null)).toBe('203.0.113.9');
  });

  it('is what a proxy nearby wrote last, never what the visitor wrote before it', () => {
    expect(clientAddress('127.0.0.1', '1.2.3.4, 198.51.100.7')).toBe('198.51.100.7');
    expect(clientAddress('10.0.0.2', '2001:db8::1')).toBe('2001:db8::1');
    expect(clientAddress('127.0.0.1', 'not an address')).toBe('127.0.0.1');
  });
});

describe('cookies', () => {
  it('are read where they are well formed', () => {
    const cookies = readCookies('xs_elder=1; a="b"; =x; xs_session=aB-_.~9; evil=<x>');
    expect([...cookies]).toEqual([
      ['xs_elder', '1'],
      ['xs_session', 'aB-_.~9'],
    ]);
  });

  it('are for this site and for HTTP only, and secure where the site is', () => {
    expect(writeCookie('a', 'b', 60, 'http://127.0.0.1:3000')).toBe(
      'a=b; Path=/; Max-Age=60; HttpOnly; SameSite=Lax',
    );
    expect(writeCookie('a', 'b', 0, 'https://zj.example')).toContain('; Secure');
  });
});

it('photos may be large, other forms not', () => {
  expect(bodyLimit('multipart/form-data; boundary=x')).toBe(BODY_LIMITS.photos);
  expect(bodyLimit('application/x-www-form-urlencoded')).toBe(BODY_LIMITS.text);
  expect(bodyLimit(null)).toBe(BODY_LIMITS.text);
});
