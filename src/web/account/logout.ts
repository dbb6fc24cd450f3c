import { type ActionFunctionArgs, redirect } from 'react-router';
import { endSessions } from '#platform/auth/sessions.ts';
import { SESSION_COOKIE, writeCookie } from '#platform/http/cookies.ts';
import { seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';

/** A link cannot sign anybody out: the account page has the button. */
export function loader() {
  return redirect('/account');
}

/** Ends this session at once. */
export async function action({ context }: ActionFunctionArgs) {
  const { services, session, now } = pageOf(context);
  if (session) {
    await endSessions(
      services.database,
      session.accountId,
      { which: 'one', publicId: session.publicId },
      now,
    );
  }
  return seeOther('/', { 'set-cookie': writeCookie(SESSION_COOKIE, '', 0, services.config.publicUrl) });
}
