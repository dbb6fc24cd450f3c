import type { LoaderFunctionArgs } from 'react-router';
import { forbidden } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { peopleList } from '../../queries/people/people-list.ts';

/** People by `?words=`, a page from `?after=` on. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('words') ?? '').slice(0, 40);
  const found = await services.database.inTransaction(
    actor,
    (tx) => peopleList(tx, { words, after: asked.get('after') }),
    { now },
  );
  if (!found.ok) throw forbidden();
  return { words, ...found.value };
}
