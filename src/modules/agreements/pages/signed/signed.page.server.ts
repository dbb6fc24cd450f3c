import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { signedSheet } from '../../queries/agreement/signed-sheet.ts';

/** One entry of the signing log, to the letter. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { id = '', signature = '' } = params;
  const sheet =
    isUuid(id) && isUuid(signature)
      ? await page.services.database.inTransaction(page.actor, (tx) => signedSheet(tx, id, signature), {
          now: page.now,
        })
      : null;
  if (!sheet) throw notFound();
  return { id, signature, sheet };
}
