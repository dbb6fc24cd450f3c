import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { answerRequest } from '../../commands/answer-request.ts';
import { answerForm } from '../../forms/requests.ts';
import { mayLookAfterData } from '../../permissions.ts';
import { deskRequests } from '../../queries/requests.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!mayLookAfterData(page.actor, 'answer-requests').ok) throw forbidden();
  const requests = await page.services.database.inTransaction(page.actor, deskRequests, { now: page.now });
  return { requests, requestKey: page.newRequestKey() };
}

/** Answers one request in plain words. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const read = answerForm.safeParse(typedValues(form));
  if (!read.success)
    return formAgain(
      { code: 'privacy.say-what', field: String(read.error.issues[0]?.path[0] ?? 'answer') },
      form,
    );
  const result = await runCommand(page.services.database, page.actor, (tx) => answerRequest(tx, read.data), {
    requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), read.data.requestId),
    command: 'privacy.answer-request',
  });
  return result.ok ? seeOther('/desk/privacy') : formAgain(result.refusal, form);
}
