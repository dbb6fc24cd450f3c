import type { LoaderFunctionArgs } from 'react-router';
import { countWaitingForMe, publicRates, recentResults } from '#modules/matters/facade.server.ts';
import { pageOf } from '#web/page/page-context.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => ({
      rates: await publicRates(tx),
      results: await recentResults(tx),
      waiting: page.session ? await countWaitingForMe(tx) : 0,
    }),
    { now: page.now },
  );
}
