import type { LoaderFunctionArgs } from 'react-router';
import { forbidden, requireSession } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { mayOversee } from '../../permissions.ts';
import { levels } from '../../queries/levels.ts';

/** The neighborhoods below with their counts; reading only. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!mayOversee(page.actor, 'read-levels').ok) throw forbidden();
  const { accountId } = requireSession(page);
  return { levels: await levels(page.services.database, accountId, page.now) };
}
