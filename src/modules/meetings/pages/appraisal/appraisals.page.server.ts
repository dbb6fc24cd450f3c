import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { publicAppraisals } from '../../queries/appraisal/appraisal-views.ts';

/** Appraisals for everybody. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const appraisals = await page.services.database.inTransaction(page.actor, publicAppraisals, {
    now: page.now,
  });
  return { appraisals };
}
