import { z } from 'zod';
import { carefulFetch, type IdentityProvider, PROVIDER_TIMEOUT_MS, ProviderFailure } from './provider.ts';

export type WeChatSettings = {
  readonly appId: string;
  readonly secret: string;
  /** Where visitors are sent, and where the program asks; others than WeChat's own are for tests. */
  readonly authorizeUrl: string;
  readonly apiUrl: string;
};

export const WECHAT_ADDRESSES = {
  authorizeUrl: 'https://open.weixin.qq.com/connect/oauth2/authorize',
  apiUrl: 'https://api.weixin.qq.com',
} as const;

/** Either who it is, or what went wrong; WeChat answers 200 to both. */
const answerForm = z.union([
  z.object({ openid: z.string().regex(/^[\w-]{6,64}$/) }),
  z.object({ errcode: z.number(), errmsg: z.string().default('') }),
]);

/**
 * WeChat's sign-in for pages opened inside WeChat (official account, `snsapi_base`): OAuth 2 of its own kind,
 * without PKCE, nonce or ID token. It tells one thing, an id that is the same for this official account only;
 * neither name nor phone is asked for. One step.
 */
export function wechatProvider(settings: WeChatSettings): IdentityProvider {
  return {
    key: 'wechat',
    label: null,
    isInWeChat: true,
    async begin({ redirectUri, state }) {
      const url = new URL(settings.authorizeUrl);
      // WeChat looks at the order of these.
      url.search = new URLSearchParams({
        appid: settings.appId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'snsapi_base',
        state,
      }).toString();
      url.hash = 'wechat_redirect';
      return url;
    },
    async finish(answer, { state }) {
      const code = answer.searchParams.get('code');
      if (answer.searchParams.get('state') !== state || !code) {
        throw new ProviderFailure('refused', 'no code, or an answer to another question');
      }
      const said = await ask(settings, code);
      if (!('openid' in said)) throw new ProviderFailure('refused', `${said.errcode} ${said.errmsg}`);
      return { issuer: `wechat:${settings.appId}`, subject: said.openid, twoSteps: false };
    },
  };
}

async function ask({ appId, secret, apiUrl }: WeChatSettings, code: string) {
  const url = new URL('/sns/oauth2/access_token', apiUrl);
  url.search = new URLSearchParams({
    appid: appId,
    secret,
    code,
    grant_type: 'authorization_code',
  }).toString();
  let text: string;
  try {
    const answer = await carefulFetch(url.href, { signal: AbortSignal.timeout(PROVIDER_TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    text = await answer.text();
  } catch {
    // The address holds the secret: nothing of it goes into a log.
    throw new ProviderFailure('unreachable', 'WeChat did not answer');
  }
  const parsed = answerForm.safeParse(jsonOf(text));
  if (!parsed.success) throw new ProviderFailure('refused', 'an answer that cannot be read');
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
