import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { publicHearings } from '../../queries/hearing/public-hearings.ts';

/** Hearings for everybody. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const hearings = await page.services.database.inTransaction(page.actor, publicHearings, { now: page.now });
  return { hearings };
}
