import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { hasPassword } from '#platform/auth/change-password.ts';
import { endSessions, listSessions } from '#platform/auth/sessions.ts';
import { requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { accountId, publicId } = requireSession(page);
  const sessions = await listSessions(page.services.database, accountId, page.neighborhood.id, page.now);
  const canChange = await hasPassword(page.services, accountId);
  return {
    canChange,
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
