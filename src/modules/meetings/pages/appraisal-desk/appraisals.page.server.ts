import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { deskAppraisals } from '../../queries/appraisal/desk-appraisals.ts';

/** Appraisals at the desk. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  return page.services.database.inTransaction(page.actor, deskAppraisals, { now: page.now });
}
