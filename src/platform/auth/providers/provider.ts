/** One way in through somebody else's sign-in: what the pages need of it. */
export interface IdentityProvider {
  readonly key: ProviderKey;
  /** What the button says, as the operator wrote it; null: the words of the program. */
  readonly label: string | null;
  /** It works inside WeChat's own browser only. */
  readonly isInWeChat: boolean;
  /** Where to send the visitor. @throws ProviderFailure when the provider cannot be reached. */
  begin(flow: Flow): Promise<URL>;
  /**
   * Who came back. @param answer the redirect address with what the provider added.
   * @throws ProviderFailure when it refused, was not asked by us, or cannot be reached.
   */
  finish(answer: URL, flow: Flow): Promise<ForeignIdentity>;
}

export const PROVIDER_KEYS = ['oidc', 'wechat'] as const;
export type ProviderKey = (typeof PROVIDER_KEYS)[number];

/** Secrets of one trip to a provider; the visitor's browser carries them sealed. */
export type Flow = {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
};

/** Who somebody is at a provider. */
export type ForeignIdentity = {
  readonly issuer: string;
  readonly subject: string;
  /** The provider itself asked for two steps just now. */
  readonly twoSteps: boolean;
};

/** Why a trip to a provider ended; `unreachable` is worth another try. */
export class ProviderFailure extends Error {
  readonly kind: 'unreachable' | 'refused';
  constructor(kind: 'unreachable' | 'refused', cause: unknown) {
    super(`identity provider ${kind}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = 'ProviderFailure';
    this.kind = kind;
  }
}

/**
 * The failure, when it is one of a provider. By name: the program that makes providers and the built pages that
 * use them each have a class of their own.
 */
export function providerFailure(error: unknown): ProviderFailure | null {
  return error instanceof Error && error.name === 'ProviderFailure' ? (error as ProviderFailure) : null;
}

/** However slow a provider is, nobody waits longer for it. */
export const PROVIDER_TIMEOUT_MS = 8_000;
/** More than this is no answer to such a question. */
const LONGEST_ANSWER = 256 * 1024;

/** `fetch` that follows no redirect and reads no more than an answer may have. */
export async function carefulFetch(url: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(url, { ...init, redirect: 'manual' });
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length > LONGEST_ANSWER) throw new Error('the answer is too long');
    parts.push(part);
  }
  const body = [101, 204, 205, 304].includes(answer.status) ? null : Buffer.concat(parts);
  return new Response(body, { status: answer.status, headers: answer.headers });
}

/**
 * Authentication context classes that mean more than a password: the multi-factor policy of PAPE and the
 * phishing-resistant classes of the OpenID Connect EAP profile.
 */
const STRONG_CLASSES = new Set([
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'phr',
  'phrh',
]);

/**
 * Whether a provider says that it asked for two steps: `mfa` among the methods (RFC 8176 §2) or a class that
 * means it. Anything else counts as one step, and our own second step follows.
 */
export function saysTwoSteps(claims: Readonly<Record<string, unknown>>): boolean {
  if (Array.isArray(claims.amr) && claims.amr.includes('mfa')) return true;
  return typeof claims.acr === 'string' && STRONG_CLASSES.has(claims.acr);
}
