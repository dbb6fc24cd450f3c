import type { LoaderFunctionArgs } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import { zipOf } from '#platform/files/zip.ts';
import { forbidden, requireSession } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { myData } from '../../queries/my-data.ts';
import { dataAsHtml, dataAsJson } from '../data-file.part.tsx';

/** One's own data as one zip: data.json for programs and index.html to read (PIPL art. 45). */
export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  const page = pageOf(context);
  requireSession(page);
  const data = await page.services.database.inTransaction(page.actor, myData);
  if (!data.ok) throw forbidden();
  const zip = await zipOf({
    'data.json': dataAsJson(data.value, page.now),
    'index.html': dataAsHtml(data.value, page),
  });
  return new Response(zip, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="my-data-${dateKey(page.now)}.zip"`,
      'cache-control': 'no-store',
    },
  });
}
