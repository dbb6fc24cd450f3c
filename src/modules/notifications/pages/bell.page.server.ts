import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { notFound, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { markNotificationsRead } from '../commands/mark-read.ts';
import { ownBell, ownNews } from '../queries/own-bell.ts';

/** What has rung for whoever is signed in. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  return { lines: await page.services.database.inTransaction(page.actor, ownBell, { now: page.now }) };
}

/** Opens one, marks one read, or all. Each is the same when it is sent twice. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const { database } = page.services;
  const form = await request.formData();
  const id = textOf(form, 'id');
  const isAll = textOf(form, 'do') === 'all';
  if (!isAll && !isUuid(id)) throw notFound();
  const done = await runCommand(
    database,
    page.actor,
    (tx) => markNotificationsRead(tx, { id: isAll ? null : id }),
    { now: page.now },
  );
  if (!done.ok) throw notFound();
  if (textOf(form, 'do') !== 'open') return seeOther('/notifications');
  const news = await database.inTransaction(page.actor, (tx) => ownNews(tx, id), { now: page.now });
  return seeOther(news?.to ?? '/notifications');
}
