import type { LoaderFunctionArgs } from 'react-router';
import { notFound, seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { placeTree } from '../../queries/places/place-tree.ts';

/** Leads to the plan of the first estate. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const [first] = await services.database.inTransaction(actor, placeTree, { now });
  if (!first) throw notFound();
  throw seeOther(`/desk/registry/plan/${first.id}`);
}
