import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { proposeEscalation } from '../commands/propose-escalation.ts';
import { proposeForm } from '../forms/escalations.ts';
import { mayPropose } from '../permissions.ts';
import { climbOf } from '../queries/climb-of.ts';

/** The form; a matter that has climbed already leads to where it stands. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (mayPropose(page.actor)) throw forbidden();
  const matter = new URL(request.url).searchParams.get('matter') ?? '';
  const climb = matter
    ? await page.services.database.inTransaction(page.actor, (tx) => climbOf(tx, matter), { now: page.now })
    : null;
  if (climb?.escalationId) throw seeOther(`/desk/escalations/${climb.escalationId}`);
  return {
    matter,
    title: climb?.title ?? null,
    isOver: climb?.isOver ?? false,
    requestKey: page.newRequestKey(),
  };
}

/** Proposes that a matter climbs. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const read = proposeForm.safeParse(typedValues(form));
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'said');
    return formAgain({ code: 'escalations.say-what', field }, form);
  }
  const done = await runCommand(
    page.services.database,
    page.actor,
    (tx) => proposeEscalation(tx, read.data),
    {
      now: page.now,
      requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), JSON.stringify(read.data)),
      command: 'escalations.propose-escalation',
    },
  );
  return done.ok ? seeOther(`/desk/escalations/${done.value.id}?done`) : formAgain(done.refusal, form);
}
