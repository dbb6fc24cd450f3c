import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { pageOf } from '#web/page/page-context.ts';
import { deskPlan } from '../../../queries/desk/desk-plan.ts';

/** Open matters on the plan of `?estate=`, and those at `?place=`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const uuid = (name: string) => {
    const text = asked.get(name) ?? '';
    return isUuid(text) ? text : null;
  };
  const question = { estateId: uuid('estate'), placeId: uuid('place') };
  return services.database.inTransaction(actor, (tx) => deskPlan(tx, question), { now });
}
