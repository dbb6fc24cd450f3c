import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { publicMeetings } from '../../queries/meeting-list.ts';

/** Meetings to come and held, for everybody. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  return page.services.database.inTransaction(page.actor, publicMeetings, { now: page.now });
}
