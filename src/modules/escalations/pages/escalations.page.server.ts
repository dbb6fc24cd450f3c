import type { LoaderFunctionArgs } from 'react-router';
import { forbidden } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { mayPropose } from '../permissions.ts';
import { escalationList } from '../queries/escalation-list.ts';

/** What climbed, as this post sees it. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const list = await page.services.database.inTransaction(page.actor, escalationList, { now: page.now });
  if (!list) throw forbidden();
  return { list, mayPropose: mayPropose(page.actor) === null };
}
