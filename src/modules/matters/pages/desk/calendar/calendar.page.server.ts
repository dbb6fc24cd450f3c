import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { systemActor } from '#kernel/actor.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { forbidden, formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { addCalendarYear, putCalendarDay, removeCalendarDay } from '../../../commands/desk/keep-calendar.ts';
import { recomputeDeadlines } from '../../../commands/triage/recompute-deadlines.ts';
import { mayKeepCalendar } from '../../../permissions.ts';
import { workCalendar } from '../../../queries/desk/work-calendar.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!['RC', 'GB', 'ST', 'AUD'].includes(page.actor.role)) throw forbidden();
  const calendar = await page.services.database.inTransaction(page.actor, workCalendar);
  const counted = new URL(request.url).searchParams.get('counted');
  return { ...calendar, mayKeep: mayKeepCalendar(page.actor) === null, counted };
}

/** Changes the calendar, then counts the deadlines that waited for it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const { database } = page.services;
  const source = textOf(form, 'source');
  const intent = textOf(form, 'intent');
  const result = await runCommand(database, page.actor, (tx) => {
    if (intent === 'year')
      return addCalendarYear(tx, { year: Number(textOf(form, 'year')), source, days: textOf(form, 'days') });
    const day = textOf(form, 'day');
    if (intent === 'remove') return removeCalendarDay(tx, { day, source });
    return putCalendarDay(tx, { day, kind: textOf(form, 'kind'), name: textOf(form, 'name'), source });
  });
  if (!result.ok) return formAgain(result.refusal, form);
  const counted = await runCommand(database, systemActor(page.neighborhood.id), recomputeDeadlines);
  return seeOther(`/desk/calendar?counted=${counted.ok ? counted.value : 0}`);
}
