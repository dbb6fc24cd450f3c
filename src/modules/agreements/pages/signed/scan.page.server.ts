import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { signedScan } from '../../queries/agreement/signed-sheet.ts';

/** The picture of a sheet that was signed on paper: at the desk alone, kept by nobody on the way. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const { id = '', signature = '' } = params;
  const picture =
    isUuid(id) && isUuid(signature)
      ? await services.database.inTransaction(actor, (tx) => signedScan(tx, id, signature), { now })
      : null;
  if (!picture) throw notFound();
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.contentType,
      'content-disposition': `inline; filename="signed-${signature.slice(-6)}.jpg"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
