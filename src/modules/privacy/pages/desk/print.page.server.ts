import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { normalisePhone } from '#kernel/contact.ts';
import { isUuid } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { PHONE_INDEX } from '#modules/registry/contract.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, formAgain, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { printOwnData } from '../../commands/print-own-data.ts';
import { mayLookAfterData } from '../../permissions.ts';
import { dataOf } from '../../queries/my-data.ts';
import { personToPrint } from '../../queries/person-to-print.ts';

/** `?person=` comes from a person's page of the register. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!mayLookAfterData(page.actor, 'help-with-own-data').ok) throw forbidden();
  const person = new URL(request.url).searchParams.get('person') ?? '';
  return { person: isUuid(person) ? person : '' };
}

/** Shows the page to print; every time it is shown, the reading is logged. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const typed = normalisePhone(textOf(form, 'phone'));
  const given = textOf(form, 'person');
  const find = async (tx: Tx) =>
    isUuid(given) ? given : typed ? personToPrint(tx, tx.vault.index(PHONE_INDEX, typed)) : null;
  const result = await runCommand(page.services.database, page.actor, async (tx) => {
    const personId = (await find(tx)) ?? tx.newId();
    const may = await printOwnData(tx, { personId, reason: textOf(form, 'reason') });
    return may.ok ? ok({ ...(await dataOf(tx, personId)), name: may.value.name }) : may;
  });
  if (!result.ok) return formAgain(result.refusal, form);
  return data({ printed: result.value });
}
