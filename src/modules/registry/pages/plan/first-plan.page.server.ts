import type { LoaderFunctionArgs } from 'react-router';
import { seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { estateNames } from '../../queries/places/estate-names.ts';

/** Leads to the plan of the first estate; while there is none, the page says how to begin. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const [first] = await services.database.inTransaction(actor, estateNames, { now });
  if (first) throw seeOther(`/desk/registry/plan/${first.id}`);
  return null;
}
