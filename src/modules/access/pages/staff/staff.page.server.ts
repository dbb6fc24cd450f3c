import type { LoaderFunctionArgs } from 'react-router';
import { forbidden } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { type StaffState, staffAccess } from '../../queries/invitations/staff-access.ts';

const STATES: readonly StaffState[] = ['OUTSIDE', 'INVITED', 'IN'];

/** Who works here and can sign in, by organisation; `?state=` shows one state only. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const groups = await page.services.database.inTransaction(page.actor, staffAccess, { now: page.now });
  if (!groups) throw forbidden();
  const asked = new URL(request.url).searchParams.get('state');
  const state = STATES.find((one) => one === asked) ?? null;
  const everybody = groups.flatMap(({ staff }) => staff);
  const counts = Object.fromEntries(
    STATES.map((one) => [one, everybody.filter((entry) => entry.state === one).length]),
  ) as Record<StaffState, number>;
  const shown = groups
    .map((group) => ({ ...group, staff: group.staff.filter((entry) => !state || entry.state === state) }))
    .filter(({ staff }) => staff.length > 0);
  return { groups: shown, counts, all: everybody.length, state };
}
