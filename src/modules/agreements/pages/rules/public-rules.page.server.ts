import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { publicRules } from '../../queries/rules/rules-of-procedure.ts';

/** The rules that hold, those put before everybody, and those that held. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const versions = await page.services.database.inTransaction(page.actor, publicRules, { now: page.now });
  return { versions };
}
