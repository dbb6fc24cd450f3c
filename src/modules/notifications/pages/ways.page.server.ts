import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { notFound, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { chooseWays } from '../commands/choose-ways.ts';
import { TOPICS } from '../contract.ts';
import { waysForm } from '../forms/notifications.ts';
import { hoursNow } from '../queries/hours-now.ts';
import { ownWays } from '../queries/own-bell.ts';

/** How one is told now, and the hours that hold. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const isSaved = new URL(request.url).searchParams.has('saved');
  return page.services.database.inTransaction(page.actor, async (tx) => ({
    ways: await ownWays(tx),
    hours: await hoursNow(tx),
    isSaved,
  }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const form = await request.formData();
  const typed = TOPICS.flatMap((topic) => (form.has(topic) ? [[topic, textOf(form, topic)]] : []));
  const read = waysForm.safeParse(Object.fromEntries(typed));
  if (!read.success) throw notFound();
  const done = await runCommand(page.services.database, page.actor, (tx) => chooseWays(tx, read.data), {
    now: page.now,
  });
  if (!done.ok) throw notFound();
  return seeOther('/notifications/ways?saved');
}
