import { randomBytes } from 'node:crypto';
import { type IdentityProvider, providerFailure } from '#platform/auth/providers/provider.ts';
import { notFound, seeOther } from '#web/page/answers.ts';
import type { Page } from '#web/page/page-context.ts';
import { writeStep } from '#web/page/sealed-cookie.ts';

/** What a trip to an identity provider is for. */
export type Errand =
  | { readonly what: 'sign-in'; readonly back: string }
  | { readonly what: 'connect'; readonly accountId: string }
  | { readonly what: 'invitation'; readonly invitation: string };

/** What the visitor's browser carries, sealed, until they come back. */
export type Trip = {
  readonly provider: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly errand: Errand;
};

/** The provider of an address, or 404; one for WeChat does not exist outside of it. */
export function providerOf(page: Page, key: string | undefined): IdentityProvider {
  const provider = providersFor(page).find((one) => one.key === key);
  if (!provider) throw notFound();
  return provider;
}

/** The providers this visitor may use. */
export function providersFor({ services, device }: Page): readonly IdentityProvider[] {
  const isWeChat = device.includes('WeChat');
  return (services.providers ?? []).filter((one) => isWeChat || !one.isInWeChat);
}

/** What a provider is called. */
export function nameOf({ t }: Page, { key, label }: IdentityProvider): string {
  return label ?? t(`identity.${key}`);
}

/** Letters and digits only: WeChat takes no others. */
const secret = (bytes: number) => randomBytes(bytes).toString('hex');

/** Sends the visitor to a provider; secrets of the trip stay in a sealed cookie of this browser. */
export async function depart(page: Page, provider: IdentityProvider, errand: Errand): Promise<Response> {
  const back = `/login/with/${provider.key}/back`;
  const trip: Trip = {
    provider: provider.key,
    redirectUri: `${new URL(page.neighborhood.address).origin}${back}`,
    state: secret(16),
    nonce: secret(16),
    verifier: secret(32),
    errand,
  };
  try {
    const to = await provider.begin(trip);
    return seeOther(to.href, { 'set-cookie': writeStep(page, 'flow', trip) });
  } catch (error) {
    const failure = providerFailure(error);
    if (!failure) throw error;
    page.services.log.warn('identity-provider', { provider: provider.key, reason: failure.message });
    return seeOther(`${back}?failed=${failure.kind}`);
  }
}
