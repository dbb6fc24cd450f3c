import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { publicAppraisal } from '../../queries/appraisal/appraisal-views.ts';

/** An appraisal with what was published of it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const found = await page.services.database.inTransaction(
    page.actor,
    (tx) => publicAppraisal(tx, params.id ?? ''),
    { now: page.now },
  );
  if (!found) throw notFound();
  page.share();
  return found;
}
