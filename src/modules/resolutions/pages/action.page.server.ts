import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { moveAction } from '../commands/move-action.ts';
import { stepForm } from '../forms/resolutions.ts';
import { actionDetail } from '../queries/action-detail.ts';

/** One action with what the reader may do now. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const detail = await page.services.database.inTransaction(
    page.actor,
    (tx) => actionDetail(tx, params.id ?? ''),
    { now: page.now },
  );
  if (!detail) throw notFound();
  return {
    detail,
    isDone: new URL(request.url).searchParams.has('done'),
    requestKey: page.newRequestKey(),
  };
}

/** Takes the action a step further. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const actionId = params.id ?? '';
  const read = stepForm.safeParse({ ...typedValues(form), actionId, step: textOf(form, 'do') });
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'reason');
    if (field === 'actionId') throw notFound();
    return formAgain({ code: 'resolutions.say-what', field }, form);
  }
  const done = await runCommand(page.services.database, page.actor, (tx) => moveAction(tx, read.data), {
    now: page.now,
    requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), JSON.stringify(read.data)),
    command: 'resolutions.move-action',
  });
  if (!done.ok && done.refusal.code === 'resolutions.action-not-found') throw notFound();
  return done.ok ? seeOther(`/desk/actions/${actionId}?done`) : formAgain(done.refusal, form);
}
