import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { actionBoard } from '../queries/action-board.ts';

/** Actions struck off that are shown: the last ones, or as good as all. */
const LATELY = 12;
const ALL = 400;

/** The supervision board, for everybody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const all = new URL(request.url).searchParams.has('all');
  return page.services.database.inTransaction(page.actor, (tx) => actionBoard(tx, all ? ALL : LATELY), {
    now: page.now,
  });
}
