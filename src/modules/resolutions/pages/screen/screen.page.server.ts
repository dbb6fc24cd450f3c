import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { actionBoard } from '../../queries/action-board.ts';
import { turnOf } from '../../rules/tally.ts';

/** What is most pressing, beside the table; more would not be read from the back row. */
const PRESSING = 5;

/** The supervision board for the screen of a room; with many organisations it goes round in turns. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const { searchParams } = new URL(request.url);
  const board = await page.services.database.inTransaction(page.actor, (tx) => actionBoard(tx), {
    now: page.now,
  });
  const pressing = board.organisations
    .flatMap(({ actions }) => actions)
    .filter(({ light }) => light === 'RED' || light === 'ORANGE' || light === 'YELLOW')
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return {
    ...turnOf([...board.organisations, ...board.allDone], Number(searchParams.get('turn')) || 1),
    pressing: pressing.slice(0, PRESSING),
    morePressing: Math.max(0, pressing.length - PRESSING),
    counts: board.counts,
    open: board.organisations.reduce((sum, { actions }) => sum + actions.length, 0),
    isStill: searchParams.has('still'),
  };
}
