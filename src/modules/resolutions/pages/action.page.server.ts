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
  const step = textOf(form, 'do');
  const read = stepForm.safeParse({ ...saidWith(step, form), actionId, step });
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'reason');
    if (field === 'actionId') throw notFound();
    return formAgain({ code: 'resolutions.say-what', field: `${step}.${field}` }, form);
  }
  const done = await runCommand(page.services.database, page.actor, (tx) => moveAction(tx, read.data), {
    now: page.now,
    requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), JSON.stringify(read.data)),
    command: 'resolutions.move-action',
  });
  if (!done.ok && done.refusal.code === 'resolutions.action-not-found') throw notFound();
  if (done.ok) return seeOther(`/desk/actions/${actionId}?done`);
  const { field } = done.refusal;
  return formAgain({ ...done.refusal, ...(field ? { field: `${step}.${field}` } : {}) }, form);
}

/** What was typed with a step: its fields are called `<step>.<name>`. */
function saidWith(step: string, form: FormData): Record<string, string> {
  const own = Object.entries(typedValues(form)).flatMap(([name, value]): [string, string][] =>
    name.startsWith(`${step}.`) ? [[name.slice(step.length + 1), value]] : [],
  );
  return { version: textOf(form, 'version'), ...Object.fromEntries(own) };
}
