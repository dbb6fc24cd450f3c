import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { deskNotices } from '../../queries/public/desk-notices.ts';

/** Announcements and public notices as those who publish them work with them. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  return page.services.database.inTransaction(page.actor, deskNotices, { now: page.now });
}
