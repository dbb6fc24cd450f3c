import type { LoaderFunctionArgs } from 'react-router';
import { forbidden } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { mayRecord } from '../permissions.ts';
import { deskActions } from '../queries/desk-actions.ts';

/** Actions as this party sees them. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const found = await page.services.database.inTransaction(page.actor, deskActions, { now: page.now });
  if (!found) throw forbidden();
  return { ...found, mayRecord: mayRecord(page.actor) === null };
}
