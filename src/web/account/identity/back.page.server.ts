import { type LoaderFunctionArgs, redirect } from 'react-router';
import { personOfAccount } from '#platform/auth/accounts.ts';
import { accountOfIdentity, connectIdentity } from '#platform/auth/providers/identities.ts';
import {
  type ForeignIdentity,
  type IdentityProvider,
  providerFailure,
} from '#platform/auth/providers/provider.ts';
import { seeOther } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { clearStep, readStep, writeStep } from '#web/page/sealed-cookie.ts';
import { acceptAs } from '../invitation/own-account.ts';
import { afterFirstStep } from '../steps/begin-session.ts';
import { nameOf, providerOf, type Trip } from './trip.ts';

/** Why the trip led nowhere; words: `identity.failed.<why>`. */
export type Failed = 'unreachable' | 'refused' | 'over' | 'unknown' | 'taken';

/** An identity that waits for the account an invitation makes. */
export type WaitingIdentity = {
  readonly provider: IdentityProvider['key'];
  readonly identity: ForeignIdentity;
};

/** The visitor comes back from an identity provider. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const provider = providerOf(page, params.provider);
  const name = nameOf(page, provider);
  const url = new URL(request.url);
  const failed = url.searchParams.get('failed');
  if (failed === 'unreachable' || failed === 'refused') return { name, failed: failed as Failed };
  const trip = readStep<Trip>(page, request, 'flow');
  if (trip?.provider !== provider.key) return { name, failed: 'over' as Failed };
  const done = await finish(page, request, provider, trip);
  if (typeof done === 'string') return { name, failed: done };
  done.headers.append('set-cookie', clearStep(page, 'flow'));
  return done;
}

async function finish(
  page: Page,
  request: Request,
  provider: IdentityProvider,
  trip: Trip,
): Promise<Response | Failed> {
  // Behind a proxy the request's own address is another one than the provider was told.
  const answer = new URL(trip.redirectUri);
  answer.search = new URL(request.url).search;
  let identity: ForeignIdentity;
  try {
    identity = await provider.finish(answer, trip);
  } catch (error) {
    const failure = providerFailure(error);
    if (!failure) throw error;
    page.services.log.warn('identity-provider', { provider: provider.key, reason: failure.message });
    return failure.kind;
  }
  const { errand } = trip;
  if (errand.what === 'sign-in') return signIn(page, request, provider, identity, errand.back);
  if (errand.what === 'invitation') return toInvitation(page, request, provider, identity, errand.invitation);
  if (page.session?.accountId !== errand.accountId) return 'over';
  const connected = { provider: provider.key, identity, name: nameOf(page, provider) };
  const isConnected = await connectIdentity(page.services, errand.accountId, connected, page.now);
  return isConnected ? seeOther('/account') : 'taken';
}

/** By a connected account only; who is not known is told how to connect, and nothing else. */
async function signIn(
  page: Page,
  request: Request,
  provider: IdentityProvider,
  identity: ForeignIdentity,
  back: string,
): Promise<Response | Failed> {
  const accountId = await accountOfIdentity(page.services, provider.key, identity);
  const personId =
    accountId && (await personOfAccount(page.services.database, accountId, page.neighborhood.id));
  if (!accountId || !personId) return 'unknown';
  return afterFirstStep(page, request, { accountId, personId, back }, identity.twoSteps);
}

/** A known identity accepts with its account; a new one goes along until a name and a password are chosen. */
async function toInvitation(
  page: Page,
  request: Request,
  provider: IdentityProvider,
  identity: ForeignIdentity,
  invitation: string,
): Promise<Response | Failed> {
  const accountId = await accountOfIdentity(page.services, provider.key, identity);
  if (accountId) {
    const accepted = await acceptAs(page, invitation, accountId);
    if (!accepted.ok) return 'taken';
    return afterFirstStep(page, request, { ...accepted.value, back: '' }, identity.twoSteps);
  }
  const waiting: WaitingIdentity = { provider: provider.key, identity };
  return redirect(`/invitation/${invitation}`, {
    status: 303,
    headers: { 'set-cookie': writeStep(page, 'identity', waiting) },
  });
}
