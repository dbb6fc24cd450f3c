import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { accountNews, newsSeen } from '#platform/auth/account-news.ts';
import { hasPassword } from '#platform/auth/change-password.ts';
import { secondFactorState } from '#platform/auth/second-factor/second-factor.ts';
import { endSessions, listSessions } from '#platform/auth/sessions.ts';
import { requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';

/** The last things that happened to the account; older ones are not shown. */
const NEWS_SHOWN = 8;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { accountId, publicId } = requireSession(page);
  const sessions = await listSessions(page.services.database, accountId, page.neighborhood.id, page.now);
  const canChange = await hasPassword(page.services, accountId);
  const secondFactor = await secondFactorState(page.services, accountId);
  const news = await accountNews(page.services.database, accountId, NEWS_SHOWN);
  if (news.some((one) => !one.seen)) await newsSeen(page.services.database, accountId, page.now);
  return {
    canChange,
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

/** Ends one session of one's own, or all others. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { accountId, publicId } = requireSession(page);
  const form = await request.formData();
  const one = textOf(form, 'end');
  const choice =
    one === 'others' ? ({ which: 'others', publicId } as const) : ({ which: 'one', publicId: one } as const);
  await endSessions(page.services.database, accountId, choice, page.now);
  return seeOther('/account');
}
