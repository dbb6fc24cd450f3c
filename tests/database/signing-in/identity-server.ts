import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Who signs in at the provider next, and by how many steps. */
export type AtProvider = { subject: string; amr: string[] };

export type IdentityServer = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly next: AtProvider;
  /** Walks through the provider's own pages, as a browser does. @returns where it leads back to. */
  walk(address: string): Promise<URL>;
  close(): Promise<void>;
};

/** A real OpenID provider on this machine, which signs in whoever `next` says without asking. */
export async function identityServer(redirectUri: string): Promise<IdentityServer> {
  const next: AtProvider = { subject: 'somebody', amr: ['pwd'] };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['xieshou', 'a-secret-between-the-two-of-them'];
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'amr', 'acr'] },
    cookies: { keys: ['only-for-tests'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  });
  const pages = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void pages(request, response);
    void interact(provider, next, request, response);
  });
  return {
    issuer,
    clientId,
    clientSecret,
    next,
    walk: (address) => walk(address, issuer),
    close: () => closed(server),
  };
}

type Pages = Parameters<Provider['interactionDetails']>;

/** Answers both questions of the provider: who are you, and may the client know it. */
async function interact(provider: Provider, next: AtProvider, ...[request, response]: Pages): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    const login = { accountId: next.subject, amr: next.amr, remember: false };
    return provider.interactionFinished(request, response, { login });
  }
  const grant = new provider.Grant({
    accountId: session?.accountId ?? next.subject,
    clientId: String(params.client_id),
  });
  grant.addOIDCScope('openid');
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

async function walk(address: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(address);
  for (let steps = 0; url.origin === issuer; steps++) {
    if (steps > 12) throw new Error(`the provider leads nowhere: ${url.href}`);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/s);
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (!to) throw new Error(`${url.pathname} answered ${answer.status} ${await answer.text()}`);
    url = new URL(to, url);
  }
  return url;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
