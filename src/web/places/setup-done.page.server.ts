import type { LoaderFunctionArgs } from 'react-router';
import { qrPicture } from '#platform/documents/qr-code.ts';
import { seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { readStep } from '#web/page/sealed-cookie.ts';
import { addressOf } from '../neighborhoods.ts';
import type { SetUp } from './setup.page.server.ts';

/** The finished neighborhood with the first keeper's link, for ten minutes in this browser. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const done = readStep<SetUp>(page, request, 'done');
  page.places.forget();
  const all = await page.places.all();
  const entry = all.find((one) => one.slug === done?.slug);
  if (!done || !entry) throw seeOther('/');
  const place = await page.places.byId(entry.id);
  const address = addressOf(entry, all, page.services.config.publicUrl);
  const link = `${address}/invitation/${done.token}`;
  return { link, address, qr: qrPicture(link), nameZh: place?.nameZh ?? '', nameEn: place?.nameEn ?? '' };
}
