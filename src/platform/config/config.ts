import { resolve } from 'node:path';
import { z } from 'zod';
import type { OidcSettings } from '#platform/auth/providers/oidc.ts';
import { WECHAT_ADDRESSES, type WeChatSettings } from '#platform/auth/providers/wechat.ts';
import { StartRefusal } from './start-refusal.ts';

export type Mode = 'demo' | 'serve';

/** The program's settings, checked. */
export type Config = {
  readonly mode: Mode;
  /** 0 means any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path. Used by the embedded database only. */
  readonly dataDir: string;
  /** Null: the embedded database. */
  readonly databaseUrl: string | null;
  /** Null: made once and kept in the data folder (embedded database only). */
  readonly secret: string | null;
  /** The keyring's file: absolute path. It is made by the first rotation. */
  readonly keysFile: string;
  /** Origin without a trailing slash; in demo mode `http://<host>:<port>` when it is not set. */
  readonly publicUrl: string;
  /** The HTTPS webhook that sends text messages; null turns phone sign-in off (demo shows the code instead). */
  readonly sms: { readonly url: string; readonly token: string } | null;
  /** An identity provider staff may sign in by; null: none. */
  readonly oidc: OidcSettings | null;
  /** WeChat's sign-in inside WeChat; null: none. */
  readonly wechat: WeChatSettings | null;
};

export type ConfigResult =
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly refusals: readonly StartRefusal[] };

type Env = Readonly<Record<string, string | undefined>>;

const isOrigin = (text: string) => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
};
const isDatabaseUrl = (text: string) => {
  // A socket (`?host=/folder`) may leave the host empty, which PostgreSQL allows and URLs do not.
  const url = URL.parse(text.replace('@/', '@localhost/'));
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
};

/** HTTPS, or this machine for tests. */
const isProviderUrl = (text: string) => {
  const url = URL.parse(text);
  if (url === null) return false;
  return url.protocol === 'https:' || /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(text);
};

// Each message is the code of its sentence.
const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'start.setting-port')
    .transform(Number)
    .refine((port) => port <= 65535, 'start.setting-port')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'start.setting-host')
    .default('127.0.0.1'),
  XIESHOU_DATA: z
    .string()
    .refine((path) => !path.includes('\0'), 'start.setting-data')
    .default('./data'),
  DATABASE_URL: z.string().refine(isDatabaseUrl, 'start.setting-database-url').optional(),
  XIESHOU_SECRET: z.string().min(32, 'start.setting-secret-short').optional(),
  XIESHOU_KEYS: z
    .string()
    .refine((path) => !path.includes('\0'), 'start.setting-keys')
    .optional(),
  XIESHOU_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'start.setting-public-url')
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  XIESHOU_SMS_URL: z
    .string()
    .refine((text) => URL.parse(text)?.protocol === 'https:', 'start.setting-sms-url')
    .optional(),
  XIESHOU_SMS_TOKEN: z.string().optional(),
  XIESHOU_OIDC_ISSUER: z.string().refine(isProviderUrl, 'start.setting-oidc-issuer').optional(),
  XIESHOU_OIDC_CLIENT_ID: z.string().optional(),
  XIESHOU_OIDC_CLIENT_SECRET: z.string().optional(),
  XIESHOU_OIDC_LABEL: z.string().max(40, 'start.setting-oidc-label').optional(),
  XIESHOU_WECHAT_APP_ID: z.string().optional(),
  XIESHOU_WECHAT_APP_SECRET: z.string().optional(),
  XIESHOU_WECHAT_AUTHORIZE_URL: z.string().refine(isProviderUrl, 'start.setting-wechat-url').optional(),
  XIESHOU_WECHAT_API_URL: z.string().refine(isProviderUrl, 'start.setting-wechat-url').optional(),
});

/** Values that may hold a password are never repeated in a message. */
const QUIET = new Set([
  'DATABASE_URL',
  'XIESHOU_SECRET',
  'XIESHOU_SMS_TOKEN',
  'XIESHOU_OIDC_CLIENT_SECRET',
  'XIESHOU_WECHAT_APP_SECRET',
]);

/**
 * Reads and checks the settings of the program (`.env.example` lists them). A setting that is there but
 * empty counts as not there. Each wrong or missing one gives a refusal, all of them at once.
 */
export function readConfig(env: Env, mode: Mode): ConfigResult {
  const given: Record<string, string> = {};
  for (const name of Object.keys(settings.shape)) {
    const value = env[name]?.trim();
    if (value) given[name] = value;
  }
  const parsed = settings.safeParse(given);
  const refusals = parsed.success
    ? []
    : parsed.error.issues.map(
        (issue) =>
          new StartRefusal(
            issue.message,
            QUIET.has(String(issue.path[0])) ? {} : { value: given[String(issue.path[0])] ?? '' },
          ),
      );
  refusals.push(...missing(given, mode));
  if (!parsed.success || refusals.length > 0) return { ok: false, refusals };
  const { PORT, HOST, XIESHOU_SMS_URL: url, XIESHOU_SMS_TOKEN: token } = parsed.data;
  return {
    ok: true,
    value: {
      mode,
      port: PORT,
      host: HOST,
      dataDir: resolve(parsed.data.XIESHOU_DATA),
      databaseUrl: parsed.data.DATABASE_URL ?? null,
      secret: parsed.data.XIESHOU_SECRET ?? null,
      keysFile: resolve(parsed.data.XIESHOU_KEYS ?? `${parsed.data.XIESHOU_DATA}/keys.json`),
      publicUrl:
        parsed.data.XIESHOU_PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`,
      sms: url && token ? { url, token } : null,
      ...providersOf(parsed.data),
    },
  };
}

/** The identity providers of the settings. */
function providersOf(given: z.infer<typeof settings>): Pick<Config, 'oidc' | 'wechat'> {
  const { XIESHOU_OIDC_ISSUER: issuer, XIESHOU_OIDC_CLIENT_ID: clientId } = given;
  const { XIESHOU_OIDC_CLIENT_SECRET: clientSecret, XIESHOU_OIDC_LABEL: label = null } = given;
  const { XIESHOU_WECHAT_APP_ID: appId, XIESHOU_WECHAT_APP_SECRET: secret } = given;
  return {
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, label } : null,
    wechat:
      appId && secret
        ? {
            appId,
            secret,
            authorizeUrl: given.XIESHOU_WECHAT_AUTHORIZE_URL ?? WECHAT_ADDRESSES.authorizeUrl,
            apiUrl: given.XIESHOU_WECHAT_API_URL ?? WECHAT_ADDRESSES.apiUrl,
          }
        : null,
  };
}

/** Settings that are there together or not at all. */
const TOGETHER = [
  ['XIESHOU_OIDC_ISSUER', 'XIESHOU_OIDC_CLIENT_ID', 'XIESHOU_OIDC_CLIENT_SECRET'],
  ['XIESHOU_WECHAT_APP_ID', 'XIESHOU_WECHAT_APP_SECRET'],
] as const;

function missing(given: Env, mode: Mode): StartRefusal[] {
  const refusals: StartRefusal[] = [];
  if (given.DATABASE_URL && !given.XIESHOU_SECRET)
    refusals.push(new StartRefusal('start.setting-secret-missing'));
  if (mode === 'serve' && !given.XIESHOU_PUBLIC_URL)
    refusals.push(new StartRefusal('start.setting-public-url-missing'));
  if (Boolean(given.XIESHOU_SMS_URL) !== Boolean(given.XIESHOU_SMS_TOKEN)) {
    const lacking = given.XIESHOU_SMS_URL ? 'XIESHOU_SMS_TOKEN' : 'XIESHOU_SMS_URL';
    refusals.push(new StartRefusal('start.setting-sms-pair', { missing: lacking }));
  }
  for (const names of TOGETHER) {
    const lacking = names.filter((name) => !given[name]);
    if (lacking.length === 0 || lacking.length === names.length) continue;
    const all = names.join(', ');
    refusals.push(new StartRefusal('start.setting-together', { all, missing: lacking.join(', ') }));
  }
  return refusals;
}
