import type { LoaderFunctionArgs } from 'react-router';
import { countWaitingForMe, publicRates, recentResults } from '#modules/matters/facade.server.ts';
import { openHearings } from '#modules/meetings/facade.server.ts';
import { liveNotices, noticesToRead } from '#modules/notices/facade.server.ts';
import { pageOf } from '#web/page/page-context.ts';

/** Notices on the first page: those in force or beginning within a week, and no more than two. */
const MOST_NOTICES = 2;
const SOON_MS = 7 * 86_400_000;
/** Announcements and public notices on the first page. */
const MOST_PUBLIC = 2;
/** Hearings one may sign up for that are told of on the first page. */
const MOST_HEARINGS = 2;

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      rates: await publicRates(tx),
      results: await recentResults(tx),
      notices: (await liveNotices(tx))
        .filter((notice) => notice.startsAt.getTime() - tx.now.getTime() < SOON_MS)
        .slice(0, MOST_NOTICES),
      published: await noticesToRead(tx, MOST_PUBLIC),
      hearings: (await openHearings(tx)).slice(0, MOST_HEARINGS),
      waiting: page.session ? await countWaitingForMe(tx) : 0,
    }),
    { now: page.now },
  );
}
