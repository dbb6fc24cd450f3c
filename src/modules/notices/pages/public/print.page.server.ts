import type { LoaderFunctionArgs } from 'react-router';
import { qrPicture } from '#platform/documents/qr-code.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { publicNoticeDetail } from '../../queries/public/public-notice-detail.ts';

/** The sheet to hang up: A4, or A3 with `?size=A3`. Only what is out, so that nobody hangs up what may still change. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const notice = await page.services.database.inTransaction(
    page.actor,
    (tx) => publicNoticeDetail(tx, params.number ?? ''),
    { now: page.now },
  );
  if (!notice || notice.state === 'SCHEDULED') throw notFound();
  const size = new URL(request.url).searchParams.get('size') === 'A3' ? ('A3' as const) : ('A4' as const);
  const address = `${page.neighborhood.address}/notices/${notice.number}`;
  return { notice, size, address, qr: qrPicture(address) };
}
