import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { actionBoard } from '../queries/action-board.ts';

/** The supervision board, for everybody. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  return page.services.database.inTransaction(page.actor, actionBoard, { now: page.now });
}
