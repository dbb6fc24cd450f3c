import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { noticeDetail } from '../queries/notice-detail.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const notice = await page.services.database.inTransaction(
    page.actor,
    (tx) => noticeDetail(tx, params.number ?? ''),
    { now: page.now },
  );
  if (!notice) throw notFound();
  return { notice };
}
