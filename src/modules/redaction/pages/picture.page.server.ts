import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { piecePicture } from '../queries/piece-detail.ts';

/** The original of a picture at the gate, or with `?covered=1` the one made of it. Kept by nothing in between. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, actor } = pageOf(context);
  const { id = '', file = '' } = params;
  if (!isUuid(id) || !isUuid(file)) throw notFound();
  const covered = new URL(request.url).searchParams.has('covered');
  const found = await services.database.inTransaction(actor, (tx) => piecePicture(tx, id, file, covered));
  if (!found) throw notFound();
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      'content-type': found.contentType,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
