import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { itemBrief } from '../../queries/item-brief.ts';

/** An item of an agenda on one page, for the screen or the printer. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { id = '', item = '' } = params;
  const brief =
    isUuid(id) && isUuid(item)
      ? await page.services.database.inTransaction(page.actor, (tx) => itemBrief(tx, id, item), {
          now: page.now,
        })
      : null;
  if (!brief) throw notFound();
  return brief;
}
