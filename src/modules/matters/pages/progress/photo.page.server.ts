import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { provenCodes } from '#platform/auth/proofs.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { matterPhoto } from '../../queries/resident/matter-photo.ts';

/** A photo; `?size=small` its thumbnail. Only for those who may see it, and never kept by anything in between. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, actor, neighborhood, now } = pageOf(context);
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const size = new URL(request.url).searchParams.get('size') === 'small' ? 'THUMBNAIL' : 'FULL';
  const proven = provenCodes(services.vault, neighborhood.id, request.headers.get('cookie'), now);
  const photo = await services.database.inTransaction(actor, (tx) => matterPhoto(tx, id, size, proven), {
    now,
  });
  if (!photo) throw notFound();
  return new Response(new Uint8Array(photo.bytes), {
    headers: {
      'content-type': photo.contentType,
      'content-disposition': `inline; filename="photo-${id.slice(-6)}.jpg"`,
      'cache-control': 'private, max-age=600',
      'x-content-type-options': 'nosniff',
    },
  });
}
