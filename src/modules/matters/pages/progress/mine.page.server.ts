import type { LoaderFunctionArgs } from 'react-router';
import { requireSession } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { ownMatters } from '../../queries/resident/own-matters.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  requireSession(page);
  return page.services.database.inTransaction(page.actor, ownMatters, { now: page.now });
}
