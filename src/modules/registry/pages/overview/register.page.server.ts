import type { LoaderFunctionArgs } from 'react-router';
import { forbidden, notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { registerOverview } from '../../queries/places/register-overview.ts';

/** The register of today. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const found = await services.database.inTransaction(actor, registerOverview, { now });
  if (!found.ok) throw forbidden();
  if (!found.value) throw notFound();
  return found.value;
}
