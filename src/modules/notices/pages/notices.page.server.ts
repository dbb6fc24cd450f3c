import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { liveNotices, pastNotices } from '../queries/live-notices.ts';

/** Notices in force, to come, and over. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({ live: await liveNotices(tx), past: await pastNotices(tx) }),
    { now: page.now },
  );
}
