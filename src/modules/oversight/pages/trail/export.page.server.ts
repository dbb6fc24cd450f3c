import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { exportTrail } from '../../commands/export-trail.ts';
import { mayOversee } from '../../permissions.ts';
import { exportedQuestion, MOST_LINES } from '../../queries/trail-sheet.ts';
import { questionText, trailQuestion } from '../../rules/trail-question.ts';

/** What will be saved, and the question why; `?ready=<id>` once it is written down. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!mayOversee(page.actor, 'export-trail').ok) throw forbidden();
  const asked = new URL(request.url).searchParams;
  const search = questionText(trailQuestion((name) => asked.get(name)));
  const ready = asked.get('ready');
  const known =
    ready && (await page.services.database.inTransaction(page.actor, (tx) => exportedQuestion(tx, ready)));
  return { search, most: MOST_LINES, ready: known ? ready : null, requestKey: page.newRequestKey() };
}

/** Writes down who saves what and why. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const fields = new URLSearchParams(textOf(form, 'question'));
  const question = trailQuestion((name) => fields.get(name));
  const key = textOf(form, 'requestKey');
  const exported = await runCommand(
    page.services.database,
    page.actor,
    (tx) => exportTrail(tx, { question, reason: textOf(form, 'reason') }),
    { requestKey: key || null, command: 'oversight.export-trail' },
  );
  if (!exported.ok) {
    if (exported.refusal.code !== 'oversight.export-needs-reason') throw forbidden();
    return formAgain(exported.refusal, form);
  }
  const search = questionText(question);
  return seeOther(
    `/desk/oversight/trail/export?${search === '' ? '' : `${search}&`}ready=${exported.value.exportId}`,
  );
}
