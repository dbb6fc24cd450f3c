import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { ownerRoll } from '../../queries/people/owner-roll.ts';
import { dayOf, isDay } from '../../rules/day.ts';

/** The owners of an estate, counted for `?day=`, today when none is given. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { estate: estateId = '' } = params;
  if (!isUuid(estateId)) throw notFound();
  const typed = (new URL(request.url).searchParams.get('day') ?? '').trim().slice(0, 20);
  const unreadable = typed !== '' && !isDay(typed);
  const day = typed === '' || unreadable ? dayOf(page.now) : typed;
  const roll = await page.services.database.inTransaction(
    page.actor,
    (tx) => ownerRoll(tx, { estateId, day }),
    { now: page.now },
  );
  if (!roll) throw notFound();
  return { roll, typed: unreadable ? typed : day, unreadable };
}
