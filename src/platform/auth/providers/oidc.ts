import type { Configuration } from 'openid-client';
import {
  carefulFetch,
  type ForeignIdentity,
  type IdentityProvider,
  PROVIDER_TIMEOUT_MS,
  ProviderFailure,
  saysTwoSteps,
} from './provider.ts';

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly label: string | null;
};

/** What a provider told about itself is asked again after this. */
const KNOWN_MS = 3_600_000;

/** On this machine only, for tests and a provider beside the program. */
function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname);
}

/**
 * A street's or district's identity provider by OpenID Connect: authorization code with PKCE, state and
 * nonce. What it says of itself is read when the first visitor comes, so that the program starts without it.
 */
export function oidcProvider(settings: OidcSettings): IdentityProvider {
  let known: { at: number; configuration: Promise<Configuration> } | null = null;
  const configuration = (): Promise<Configuration> => {
    if (known && Date.now() - known.at < KNOWN_MS) return known.configuration;
    const asked = discover(settings);
    known = { at: Date.now(), configuration: asked };
    asked.catch(() => {
      known = null;
    });
    return asked;
  };
  return {
    key: 'oidc',
    label: settings.label,
    isInWeChat: false,
    async begin({ redirectUri, state, nonce, verifier }) {
      const client = await import('openid-client');
      return client.buildAuthorizationUrl(await reached(configuration()), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
    },
    async finish(answer, { state, nonce, verifier }): Promise<ForeignIdentity> {
      const client = await import('openid-client');
      const config = await reached(configuration());
      try {
        const tokens = await client.authorizationCodeGrant(config, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (!claims) throw new Error('no id token');
        return { issuer: claims.iss, subject: claims.sub, twoSteps: saysTwoSteps(claims) };
      } catch (error) {
        throw new ProviderFailure('refused', error);
      }
    },
  };
}

async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw new ProviderFailure('unreachable', error);
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const client = await import('openid-client');
  const server = new URL(issuer);
  const insecure = isLoopback(server);
  const options = {
    timeout: PROVIDER_TIMEOUT_MS / 1000,
    [client.customFetch]: carefulFetch as never,
    ...(insecure ? { execute: [client.allowInsecureRequests] } : {}),
  };
  const found = await client.discovery(server, clientId, clientSecret, undefined, options);
  const methods = found.serverMetadata().token_endpoint_auth_methods_supported;
  // RFC 8414 §2: without a list, the secret travels in the header.
  const inHeader = methods === undefined || methods.includes('client_secret_basic');
  const auth = inHeader ? client.ClientSecretBasic(clientSecret) : client.ClientSecretPost(clientSecret);
  const configuration = new client.Configuration(found.serverMetadata(), clientId, clientSecret, auth);
  configuration.timeout = PROVIDER_TIMEOUT_MS / 1000;
  configuration[client.customFetch] = carefulFetch as never;
  if (insecure) client.allowInsecureRequests(configuration);
  return configuration;
}
