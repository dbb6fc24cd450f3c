import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { endResolution } from '../commands/end-resolution.ts';
import { moveAction } from '../commands/move-action.ts';
import { endingForm, stepForm } from '../forms/resolutions.ts';
import { resolutionPage } from '../queries/resolution-page.ts';

/** A resolution, for everybody; who asked for it answers here, and the general branch ends it. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!page.session) page.share();
  const story = await page.services.database.inTransaction(
    page.actor,
    (tx) => resolutionPage(tx, params.code ?? ''),
    { now: page.now },
  );
  if (!story) throw notFound();
  return {
    story,
    isDone: new URL(request.url).searchParams.has('done'),
    requestKey: page.session ? page.newRequestKey() : '',
  };
}

/** The answer of who asked for it, or the end of the resolution. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const form = await request.formData();
  const command = textOf(form, 'do') === 'end' ? ending(form) : answer(form);
  if (!command) return formAgain({ code: 'resolutions.say-what', field: 'because' }, form);
  const done = await runCommand(page.services.database, page.actor, command.run, {
    now: page.now,
    requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), JSON.stringify(command.said)),
    command: command.name,
  });
  if (!done.ok && NOT_THERE.includes(done.refusal.code)) throw notFound();
  if (done.ok) return seeOther(`/actions/${params.code}?done`);
  const { field } = done.refusal;
  const named = field === 'said' ? { field: `said.${textOf(form, 'actionId')}` } : {};
  return formAgain({ ...done.refusal, ...named }, form);
}

const NOT_THERE = ['resolutions.action-not-found', 'resolutions.resolution-not-found'];
type Run = Parameters<typeof runCommand<void>>[2];
type Command = { readonly name: string; readonly said: unknown; readonly run: Run };

function answer(form: FormData): Command | null {
  const actionId = textOf(form, 'actionId');
  const read = stepForm.safeParse({
    step: 'answer-as-requester',
    actionId,
    answer: textOf(form, 'answer'),
    said: textOf(form, `said.${actionId}`),
  });
  if (!read.success) return null;
  const said = read.data;
  return { name: 'resolutions.move-action', said, run: (tx) => moveAction(tx, said) };
}

function ending(form: FormData): Command | null {
  const read = endingForm.safeParse({
    resolutionId: textOf(form, 'resolutionId'),
    how: textOf(form, 'how'),
    because: textOf(form, 'because'),
    amendedBy: textOf(form, 'amendedBy'),
  });
  if (!read.success) return null;
  const said = read.data;
  return { name: 'resolutions.end', said, run: (tx) => endResolution(tx, said) };
}
