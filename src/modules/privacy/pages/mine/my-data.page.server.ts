import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, requireSession, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { askRequest } from '../../commands/ask-request.ts';
import { withdrawRequest } from '../../commands/withdraw-request.ts';
import { askForm } from '../../forms/requests.ts';
import { myData } from '../../queries/my-data.ts';
import { myRequests } from '../../queries/requests.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const { data, requests } = await page.services.database.inTransaction(page.actor, async (tx) => ({
    data: await myData(tx),
    requests: await myRequests(tx),
  }));
  if (!data.ok) throw forbidden();
  const done = new URL(request.url).searchParams.get('done');
  return {
    data: data.value,
    requests,
    done: done === 'asked' || done === 'withdrawn' ? done : null,
    requestKey: page.newRequestKey(),
  };
}

/** Asks for something to be put right, deleted or explained, or takes such a request back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const form = await request.formData();
  const { database, vault } = page.services;
  const withdrawn = textOf(form, 'withdraw');
  if (withdrawn !== '') {
    const result = await runCommand(database, page.actor, (tx) =>
      withdrawRequest(tx, { requestId: withdrawn }),
    );
    return result.ok ? seeOther('/account/my-data?done=withdrawn') : formAgain(result.refusal, form);
  }
  const read = askForm.safeParse(typedValues(form));
  if (!read.success)
    return formAgain(
      { code: 'privacy.say-what', field: String(read.error.issues[0]?.path[0] ?? 'text') },
      form,
    );
  const result = await runCommand(database, page.actor, (tx) => askRequest(tx, read.data), {
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), 'data-request'),
    command: 'privacy.ask-request',
  });
  return result.ok ? seeOther('/account/my-data?done=asked') : formAgain(result.refusal, form);
}
