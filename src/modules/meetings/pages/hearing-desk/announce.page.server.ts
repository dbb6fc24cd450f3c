import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import type { Refusal } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { forbidden, formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { announceHearing } from '../../commands/hearing/announce-hearing.ts';
import { announceForm, moment } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { announceChoices } from '../../queries/hearing/desk-hearings.ts';

/** The form of a new hearing, or of another round of the one named by `?of=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (mayHear(page.actor, 'announce-hearing')) throw forbidden();
  const of = new URL(request.url).searchParams.get('of');
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const choices = await announceChoices(tx, of);
      if (of && !choices.of) throw notFound();
      return { ...choices, roundId: tx.newId(), requestKey: page.newRequestKey() };
    },
    { now: page.now },
  );
}

/** Brings the announcement to the gate, where a second person looks at it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const startsAt = moment.safeParse({ day: textOf(form, 'startsDay'), time: textOf(form, 'startsTime') });
  if (!startsAt.success) return formAgain({ code: 'meetings.say-when', field: 'startsDay' }, form);
  const typed = typedValues(form);
  const read = announceForm.safeParse({
    ...typed,
    hearingId: typed.hearingId || null,
    estateId: typed.estateId || null,
    startsAt: startsAt.data,
  });
  if (!read.success)
    return formAgain(
      { code: 'meetings.say-what', field: String(read.error.issues[0]?.path[0] ?? 'title') },
      form,
    );
  const { database, vault } = page.services;
  const done = await runCommand(database, page.actor, (tx) => announceHearing(tx, read.data), {
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(read.data)),
    command: 'meetings.announce-hearing',
  });
  return done.ok ? seeOther(`/desk/redaction/${done.value.pieceId}`) : formAgain(inForm(done.refusal), form);
}

/** A refusal of the moment stands at the field of its day. */
export function inForm(refusal: Refusal): Refusal {
  return refusal.field === 'startsAt' ? { ...refusal, field: 'startsDay' } : refusal;
}
