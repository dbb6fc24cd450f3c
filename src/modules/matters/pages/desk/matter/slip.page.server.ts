import type { LoaderFunctionArgs } from 'react-router';
import { qrPicture } from '#platform/documents/qr-code.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { deskSlip } from '../../../queries/desk/desk-slip.ts';

/** The slip to hand over or read out: code, PIN, and where to look. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const slip = await page.services.database.inTransaction(page.actor, (tx) =>
    deskSlip(tx, params.code ?? ''),
  );
  if (!slip) throw notFound();
  const address = `${page.neighborhood.address}/lookup?code=${slip.code}`;
  const fresh = new URL(request.url).searchParams.get('fresh') !== null;
  return { slip, address, qr: qrPicture(address), fresh };
}
