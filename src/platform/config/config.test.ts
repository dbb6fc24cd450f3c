import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Config, type Mode, readConfig } from './config.ts';

const SECRET = 'a-secret-of-more-than-32-characters';
const URL_OF_DATABASE = 'postgres://xieshou:pass-word@db.example:5432/xieshou';

function settingsOf(env: Record<string, string>, mode: Mode = 'demo'): Config {
  const result = readConfig(env, mode);
  if (!result.ok) throw new Error(result.refusals.map((refusal) => refusal.sentence).join('\n'));
  return result.value;
}

function refusalsOf(env: Record<string, string>, mode: Mode = 'demo') {
  const result = readConfig(env, mode);
  return result.ok ? [] : result.refusals;
}

describe('settings', () => {
  test('without any, the demo runs on this machine with the embedded database', () => {
    expect(settingsOf({})).toEqual({
      mode: 'demo',
      port: 3000,
      host: '127.0.0.1',
      dataDir: resolve('data'),
      databaseUrl: null,
      secret: null,
      keysFile: resolve('data/keys.json'),
      publicUrl: 'http://127.0.0.1:3000',
      sms: null,
      oidc: null,
      wechat: null,
    });
  });

  test('one that is empty counts as not set', () => {
    expect(settingsOf({ PORT: '', DATABASE_URL: ' ', XIESHOU_SECRET: '' })).toEqual(settingsOf({}));
  });

  test('all of them are taken over', () => {
    const env = {
      PORT: '8080',
      HOST: '::1',
      XIESHOU_DATA: '/srv/xieshou',
      DATABASE_URL: URL_OF_DATABASE,
      XIESHOU_SECRET: SECRET,
      XIESHOU_KEYS: '/etc/xieshou/keys.json',
      XIESHOU_PUBLIC_URL: 'https://xieshou.example/',
      XIESHOU_SMS_URL: 'https://sms.example/send',
      XIESHOU_SMS_TOKEN: 'token',
      XIESHOU_OIDC_ISSUER: 'https://id.example/realm',
      XIESHOU_OIDC_CLIENT_ID: 'xieshou',
      XIESHOU_OIDC_CLIENT_SECRET: 'hush',
      XIESHOU_OIDC_LABEL: '街道身份',
      XIESHOU_WECHAT_APP_ID: 'wx1',
      XIESHOU_WECHAT_APP_SECRET: 'hush',
    };
    expect(settingsOf(env, 'serve')).toEqual({
      mode: 'serve',
      port: 8080,
      host: '::1',
      dataDir: '/srv/xieshou',
      databaseUrl: URL_OF_DATABASE,
      secret: SECRET,
      keysFile: '/etc/xieshou/keys.json',
      publicUrl: 'https://xieshou.example',
      sms: { url: 'https://sms.example/send', token: 'token' },
      oidc: {
        issuer: 'https://id.example/realm',
        clientId: 'xieshou',
        clientSecret: 'hush',
        label: '街道身份',
      },
      wechat: {
        appId: 'wx1',
        secret: 'hush',
        authorizeUrl: 'https://open.weixin.qq.com/connect/oauth2/authorize',
        apiUrl: 'https://api.weixin.qq.com',
      },
    });
  });

  test('an IPv6 address is bracketed in the address of the demo', () => {
    expect(settingsOf({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
  });

  test.each([
    'postgresql://u:p@127.0.0.1/xieshou?sslmode=require',
    'postgresql://u:p@/xieshou?host=/run/postgresql',
    'postgresql:///xieshou?host=/run/postgresql',
  ])('takes the database address %s', (url) => {
    expect(settingsOf({ DATABASE_URL: url, XIESHOU_SECRET: SECRET }).databaseUrl).toBe(url);
  });
});

describe('a wrong setting is named, with what is expected, in Chinese and in English', () => {
  const withDatabase = { DATABASE_URL: URL_OF_DATABASE, XIESHOU_SECRET: SECRET };
  test.each<[string, string, Record<string, string>]>([
    ['PORT', 'start.setting-port', { PORT: 'http' }],
    ['PORT', 'start.setting-port', { PORT: '65536' }],
    ['PORT', 'start.setting-port', { PORT: '-1' }],
    ['HOST', 'start.setting-host', { HOST: 'http://127.0.0.1' }],
    ['XIESHOU_DATA', 'start.setting-data', { XIESHOU_DATA: 'a\0b' }],
    ['XIESHOU_KEYS', 'start.setting-keys', { XIESHOU_KEYS: 'a\0b' }],
    ['DATABASE_URL', 'start.setting-database-url', { ...withDatabase, DATABASE_URL: 'mysql://u@h/d' }],
    ['DATABASE_URL', 'start.setting-database-url', { ...withDatabase, DATABASE_URL: 'postgres://u@h' }],
    ['XIESHOU_SECRET', 'start.setting-secret-short', { XIESHOU_SECRET: 'short' }],
    ['XIESHOU_SECRET', 'start.setting-secret-missing', { DATABASE_URL: URL_OF_DATABASE }],
    ['XIESHOU_PUBLIC_URL', 'start.setting-public-url', { XIESHOU_PUBLIC_URL: 'xieshou.example' }],
    ['XIESHOU_PUBLIC_URL', 'start.setting-public-url', { XIESHOU_PUBLIC_URL: 'https://a.example/app' }],
    [
      'XIESHOU_SMS_URL',
      'start.setting-sms-url',
      { XIESHOU_SMS_URL: 'http://s.example', XIESHOU_SMS_TOKEN: 't' },
    ],
    ['XIESHOU_SMS_TOKEN', 'start.setting-sms-pair', { XIESHOU_SMS_URL: 'https://s.example' }],
    ['XIESHOU_SMS_URL', 'start.setting-sms-pair', { XIESHOU_SMS_TOKEN: 't' }],
  ])('%s: %s %j', (name, code, env) => {
    const refusals = refusalsOf(env);
    expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
    const [chinese, english, ...rest] = refusals[0]!.sentence.split('\n');
    expect(rest).toEqual([]);
    expect(chinese).toMatch(/\p{Script=Han}/u);
    expect(chinese).toContain(name);
    expect(english).toContain(name);
    expect(`${chinese}${english}`).not.toMatch(/\{\w+\}/);
  });

  test('several at once are all named', () => {
    const codes = refusalsOf({ PORT: 'x', HOST: '/' }, 'serve').map((refusal) => refusal.code);
    expect(codes).toEqual(['start.setting-port', 'start.setting-host', 'start.setting-public-url-missing']);
  });

  test('production needs the address residents open; the demo does not', () => {
    expect(refusalsOf({}, 'serve').map(({ code }) => code)).toEqual(['start.setting-public-url-missing']);
    expect(refusalsOf({}, 'demo')).toEqual([]);
  });

  test('a password in a wrong value is not repeated', () => {
    const [refusal] = refusalsOf({ DATABASE_URL: 'mysql://u:hush@h/d', XIESHOU_SECRET: SECRET });
    expect(refusal!.sentence).not.toContain('hush');
  });
});
