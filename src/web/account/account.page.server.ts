import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { accountNews, newsSeen } from '#platform/auth/account-news.ts';
import { hasPassword } from '#platform/auth/change-password.ts';
import { neighborhoodsOfAccount } from '#platform/auth/neighborhoods/handover.ts';
import { disconnectIdentity, identitiesOf } from '#platform/auth/providers/identities.ts';
import { secondFactorState } from '#platform/auth/second-factor/second-factor.ts';
import { endSessions, listSessions } from '#platform/auth/sessions.ts';
import { requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { connectKey } from './identity/connect.ts';
import type { IdentityView } from './identity/identities.part.tsx';
import { nameOf, providersFor } from './identity/trip.ts';

/** The last things that happened to the account; older ones are not shown. */
const NEWS_SHOWN = 8;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const session = requireSession(page);
  const { accountId, publicId } = session;
  const sessions = await listSessions(page.services.database, accountId, page.neighborhood.id, page.now);
  const canChange = await hasPassword(page.services, accountId);
  const secondFactor = await secondFactorState(page.services, accountId);
  const news = await accountNews(page.services.database, accountId, NEWS_SHOWN);
  if (news.some((one) => !one.seen)) await newsSeen(page.services.database, accountId, page.now);
  return {
    canChange,
    identities: await identitiesShown(page, accountId),
    connectKey: connectKey(page, session),
    hasOtherPlaces: (await neighborhoodsOfAccount(page.services.database, accountId)).size > 1,
    secondFactor,
    news,
    changed: new URL(request.url).searchParams.get('changed') === 'password',
    sessions: sessions.map((session) => ({
      publicId: session.publicId,
      device: session.device,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      isThis: session.publicId === publicId,
    })),
  };
}

/** The providers one may connect with, and those one is connected with already. */
async function identitiesShown(page: Page, accountId: string): Promise<IdentityView[]> {
  const connected = await identitiesOf(page.services, accountId);
  const usable = new Set(providersFor(page).map(({ key }) => key));
  return (page.services.providers ?? [])
    .map((one) => ({ key: one.key, name: nameOf(page, one), connectedAt: connected.get(one.key) ?? null }))
    .filter(({ key, connectedAt }) => usable.has(key) || connectedAt !== null);
}

/** Ends one session of one's own, or all others; or takes an identity provider's connection away. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { accountId, publicId } = requireSession(page);
  const form = await request.formData();
  const provider = page.services.providers?.find(({ key }) => key === textOf(form, 'disconnect'));
  if (provider) {
    const gone = { provider: provider.key, name: nameOf(page, provider) };
    await disconnectIdentity(page.services, accountId, gone, page.now);
    return seeOther('/account');
  }
  const one = textOf(form, 'end');
  if (one !== 'others' && !isUuid(one)) return seeOther('/account');
  const choice =
    one === 'others' ? ({ which: 'others', publicId } as const) : ({ which: 'one', publicId: one } as const);
  await endSessions(page.services.database, accountId, choice, page.now);
  return seeOther('/account');
}
