import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { attendanceSheet } from '../../queries/attendance-sheet.ts';

/** The photo of a signed attendance list: at the desk alone, kept by nobody on the way. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { id = '', sheet = '' } = params;
  const picture =
    isUuid(id) && isUuid(sheet)
      ? await page.services.database.inTransaction(page.actor, (tx) => attendanceSheet(tx, id, sheet), {
          now: page.now,
        })
      : null;
  if (!picture) throw notFound();
  return new Response(new Uint8Array(picture.bytes), {
    headers: {
      'content-type': picture.contentType,
      'content-disposition': `inline; filename="attendance-${sheet.slice(-6)}.jpg"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
