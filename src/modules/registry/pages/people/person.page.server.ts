import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { type FormAgain, formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { correctPerson } from '../../commands/people/correct-person.ts';
import { revealPhone } from '../../commands/people/reveal-phone.ts';
import { personFile } from '../../queries/people/person-file.ts';

/** What the register knows of a person. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { person = '' } = params;
  const file = isUuid(person)
    ? await page.services.database.inTransaction(page.actor, (tx) => personFile(tx, person), {
        now: page.now,
      })
    : null;
  if (!file) throw notFound();
  return { file, done: new URL(request.url).searchParams.has('done'), requestKey: page.newRequestKey() };
}

/** What the page is shown again with; `phone` once, after a reason was given. */
export type PersonAgain = FormAgain & { readonly phone?: string | null };

/** `do`: correct or reveal. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { person: personId = '' } = params;
  const { database, vault } = page.services;
  const form = await request.formData();
  if (textOf(form, 'do') === 'reveal') {
    const reason = textOf(form, 'reason');
    const shown = await runCommand(database, page.actor, (tx) => revealPhone(tx, { personId, reason }), {
      now: page.now,
    });
    if (!shown.ok) return formAgain(shown.refusal, form);
    return data<PersonAgain>({ refusals: [], values: typedValues(form), phone: shown.value });
  }
  const corrected = await runCommand(
    database,
    page.actor,
    (tx) =>
      correctPerson(tx, {
        personId,
        version: Number(textOf(form, 'version')),
        name: textOf(form, 'name'),
        nameEn: textOf(form, 'nameEn'),
        phone: textOf(form, 'phone'),
        removePhone: form.has('removePhone'),
      }),
    {
      now: page.now,
      requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(typedValues(form))),
      command: 'registry.correct-person',
    },
  );
  return corrected.ok
    ? seeOther(`/desk/registry/people/${personId}?done=1`)
    : formAgain(corrected.refusal, form);
}
