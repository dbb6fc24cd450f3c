import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { sitePlanPicture } from '../../queries/plan/site-plans.ts';

/** The picture of a plan. Public, and the same for ever under one address. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const id = params.plan ?? '';
  const picture = isUuid(id)
    ? await services.database.inTransaction(actor, (tx) => sitePlanPicture(tx, id), { now })
    : null;
  if (!picture) throw notFound();
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.contentType,
      'content-disposition': `inline; filename="plan-${id.slice(-6)}.jpg"`,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    },
  });
}
