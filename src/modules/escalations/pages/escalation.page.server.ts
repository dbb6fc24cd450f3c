import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { moveEscalation } from '../commands/move-escalation.ts';
import { moveWhistle } from '../commands/move-whistle.ts';
import { PROCEDURES } from '../contract.ts';
import { stepForm, whistleForm } from '../forms/escalations.ts';
import { escalationDetail } from '../queries/escalation-detail.ts';

/** One escalation with what the reader may do now. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const detail = await page.services.database.inTransaction(
    page.actor,
    (tx) => escalationDetail(tx, params.id ?? ''),
    { now: page.now },
  );
  if (!detail) throw notFound();
  return {
    detail,
    isDone: new URL(request.url).searchParams.has('done'),
    requestKey: page.newRequestKey(),
  };
}

/** Takes the escalation, or one of its whistles, a step further. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const { command, input, run } = deedOf(form, params.id ?? '');
  if ('issue' in run) {
    if (run.issue === 'escalationId' || run.issue === 'whistleId') throw notFound();
    return formAgain({ code: 'escalations.say-what', field: run.issue }, form);
  }
  const done = await runCommand(page.services.database, page.actor, run.command, {
    now: page.now,
    requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), JSON.stringify(input)),
    command: `escalations.${command}`,
  });
  if (done.ok) return seeOther(`/desk/escalations/${params.id}?done`);
  if (done.refusal.code === 'escalations.not-found') throw notFound();
  return formAgain(done.refusal, form);
}

type Deed = {
  readonly command: 'move-escalation' | 'move-whistle';
  readonly input: unknown;
  readonly run: { readonly command: (tx: Tx) => Promise<Result<void>> } | { readonly issue: string };
};

/** What a form of the page asks for: a step with a whistle, or one of the escalation itself. */
function deedOf(form: FormData, escalationId: string): Deed {
  const typed = { ...typedValues(form), step: textOf(form, 'do') };
  if (textOf(form, 'whistleId') !== '') {
    const read = whistleForm.safeParse(typed);
    const run = read.success
      ? { command: (tx: Tx) => moveWhistle(tx, read.data) }
      : { issue: String(read.error.issues[0]?.path[0] ?? 'text') };
    return { command: 'move-whistle', input: read.data, run };
  }
  const procedures = PROCEDURES.map((_, at) => textOf(form, `procedures.${at + 1}`));
  const read = stepForm.safeParse({ ...typed, escalationId, procedures });
  const run = read.success
    ? { command: (tx: Tx) => moveEscalation(tx, read.data) }
    : { issue: (read.error.issues[0]?.path ?? ['text']).join('.') };
  return { command: 'move-escalation', input: read.data, run };
}
