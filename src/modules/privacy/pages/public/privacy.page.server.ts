import type { LoaderFunctionArgs } from 'react-router';
import { PURPOSES } from '#modules/consents/contract.ts';
import { pageOf } from '#web/page/page-context.ts';
import { keeping } from '../../queries/keeping.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const kept = await page.services.database.inTransaction(page.actor, keeping, { now: page.now });
  return { ...kept, purposes: PURPOSES };
}
