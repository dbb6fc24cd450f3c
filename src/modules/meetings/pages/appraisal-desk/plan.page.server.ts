import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { planAppraisal } from '../../commands/appraisal/plan-appraisal.ts';
import { planForm } from '../../forms/appraisal.ts';
import { moment } from '../../forms/hearing.ts';
import { deskAppraisal, planChoices } from '../../queries/appraisal/desk-appraisals.ts';
import { inForm } from '../hearing-desk/announce.page.server.ts';

/** The form of a new appraisal, or of the plan named by `?of=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const of = new URL(request.url).searchParams.get('of');
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const choices = await planChoices(tx);
      if (choices.orgs.length === 0) throw forbidden();
      const before = of ? await deskAppraisal(tx, of) : null;
      if (of && !before?.steps.includes('plan-appraisal')) throw notFound();
      return { ...choices, before, newId: tx.newId(), requestKey: page.newRequestKey() };
    },
    { now: page.now },
  );
}

/** Criteria as they are typed, one a line. */
function linesOf(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const startsAt = moment.safeParse({ day: textOf(form, 'startsDay'), time: textOf(form, 'startsTime') });
  if (!startsAt.success) return formAgain({ code: 'meetings.say-when', field: 'startsDay' }, form);
  const typed = typedValues(form);
  const read = planForm.safeParse({
    ...typed,
    finishedOn: typed.finishedOn || null,
    estateId: typed.estateId || null,
    criteria: linesOf(typed.criteria ?? ''),
    startsAt: startsAt.data,
  });
  if (!read.success)
    return formAgain(
      { code: 'meetings.say-what', field: String(read.error.issues[0]?.path[0] ?? 'title') },
      form,
    );
  const { database, vault } = page.services;
  const done = await runCommand(database, page.actor, (tx) => planAppraisal(tx, read.data), {
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(read.data)),
    command: 'meetings.plan-appraisal',
  });
  return done.ok ? seeOther(`/desk/appraisals/${done.value.id}`) : formAgain(inForm(done.refusal), form);
}
