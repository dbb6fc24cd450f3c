import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { sealedNotice } from '../../queries/public/public-notice-detail.ts';

/** The sealed text as a file: its SHA-256 is the seal on the page. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const number = params.number ?? '';
  const text = await page.services.database.inTransaction(page.actor, (tx) => sealedNotice(tx, number), {
    now: page.now,
  });
  if (text === null) throw notFound();
  return new Response(text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${number.replace(/[^\w-]/g, '')}.json"`,
    },
  });
}
