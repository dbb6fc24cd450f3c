import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, notFound, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { revealPhones } from '../commands/reveal-phones.ts';
import { tickErrand } from '../commands/tick-errand.ts';
import { tickForm } from '../forms/notifications.ts';
import { errandList } from '../queries/errand-list.ts';

/** Who is still to be called or visited, and where a poster is missing. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const list = await page.services.database.inTransaction(page.actor, errandList, { now: page.now });
  if (!list.ok) throw forbidden();
  return list.value;
}

/** Ticks one off, or answers with the list to print and its whole numbers, each look written down. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { database } = page.services;
  const form = await request.formData();
  if (textOf(form, 'do') === 'print') {
    const shown = await runCommand(database, page.actor, revealPhones, { now: page.now });
    if (!shown.ok) throw forbidden();
    return data(
      { phones: Object.fromEntries(shown.value) },
      { headers: { 'cache-control': 'private, no-store' } },
    );
  }
  const read = tickForm.safeParse({ errandId: textOf(form, 'errand'), outcome: textOf(form, 'outcome') });
  if (!read.success) throw notFound();
  const done = await runCommand(database, page.actor, (tx) => tickErrand(tx, read.data), { now: page.now });
  if (!done.ok) throw done.refusal.code === 'notifications.not-found' ? notFound() : forbidden();
  return seeOther('/desk/errands');
}
