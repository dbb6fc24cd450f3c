import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { publicPhoto } from '../../queries/public/public-photo.ts';

/** A picture of the board; `?size=small` its thumbnail. Kept for a minute at most: it may be taken off. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, actor } = pageOf(context);
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const size = new URL(request.url).searchParams.get('size') === 'small' ? 'THUMBNAIL' : 'FULL';
  const photo = await services.database.inTransaction(actor, (tx) => publicPhoto(tx, id, size));
  if (!photo) throw notFound();
  return new Response(new Uint8Array(photo.bytes), {
    headers: {
      'content-type': photo.contentType,
      'cache-control': 'private, max-age=60',
      'x-content-type-options': 'nosniff',
    },
  });
}
