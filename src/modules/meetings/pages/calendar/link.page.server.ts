import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { formAgain, notFound, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { makeCalendarLink } from '../../commands/calendar/make-calendar-link.ts';
import { revokeCalendarLink } from '../../commands/calendar/revoke-calendar-link.ts';
import { ownCalendarLink } from '../../queries/calendar/calendar-meetings.ts';

/** Whether the person has a link to their calendar, and where everybody's is. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const madeAt = await page.services.database.inTransaction(page.actor, ownCalendarLink, { now: page.now });
  const { publicUrl } = page.services.config;
  return { madeAt, everybody: `${publicUrl}/calendar/${page.neighborhood.slug}/meetings.ics` };
}

/** Makes a link, which is shown in the answer and never again; or takes it back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const { database, config } = page.services;
  const form = await request.formData();
  const what = textOf(form, 'do');
  if (what === 'make') {
    const made = await runCommand(database, page.actor, makeCalendarLink, { now: page.now });
    if (!made.ok) return formAgain(made.refusal, form);
    const link = `${config.publicUrl}/calendar/${page.neighborhood.slug}/${made.value.token}/own.ics`;
    return data({ link }, { headers: { 'cache-control': 'private, no-store' } });
  }
  if (what !== 'revoke') throw notFound();
  const gone = await runCommand(database, page.actor, revokeCalendarLink, { now: page.now });
  return gone.ok ? seeOther('/account/calendar') : formAgain(gone.refusal, form);
}
