import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { deskHearings } from '../../queries/hearing/desk-hearings.ts';

/** Hearings at the desk. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  return page.services.database.inTransaction(page.actor, deskHearings, { now: page.now });
}
