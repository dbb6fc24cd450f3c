import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { setHours } from '../commands/set-hours.ts';
import { hoursForm } from '../forms/notifications.ts';
import { hoursNow } from '../queries/hours-now.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const hours = await page.services.database.inTransaction(page.actor, hoursNow);
  return { hours, isSaved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const read = hoursForm.safeParse({
    quietFrom: textOf(form, 'quietFrom'),
    quietTo: textOf(form, 'quietTo'),
    digestAt: textOf(form, 'digestAt'),
  });
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'quietFrom');
    return formAgain({ code: 'notifications.say-when', field }, form);
  }
  const done = await runCommand(page.services.database, page.actor, (tx) => setHours(tx, read.data), {
    now: page.now,
  });
  return done.ok ? seeOther('/desk/quiet-hours?saved') : formAgain(done.refusal, form);
}
