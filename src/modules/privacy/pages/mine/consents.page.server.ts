import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { PURPOSES } from '#modules/consents/contract.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { changeMyConsent } from '../../commands/change-my-consent.ts';
import { myConsents } from '../../queries/my-consents.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const consents = await page.services.database.inTransaction(page.actor, myConsents);
  const isDone = new URL(request.url).searchParams.has('done');
  return { ...consents, isDone, requestKey: page.newRequestKey() };
}

/** Gives or takes back one consent for one matter. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  const form = await request.formData();
  const purpose = PURPOSES.find((one) => one === textOf(form, 'purpose'));
  const state = textOf(form, 'state') === 'GIVEN' ? ('GIVEN' as const) : ('WITHDRAWN' as const);
  if (!purpose) return formAgain({ code: 'privacy.say-what' }, form);
  const matterId = textOf(form, 'matter');
  const result = await runCommand(
    page.services.database,
    page.actor,
    (tx) => changeMyConsent(tx, { matterId, purpose, state }),
    {
      requestKey: requestKeyFor(
        page.services.vault,
        textOf(form, 'requestKey'),
        `${matterId} ${purpose} ${state}`,
      ),
      command: 'privacy.change-my-consent',
    },
  );
  return result.ok ? seeOther('/account/consents?done=1') : formAgain(result.refusal, form);
}
