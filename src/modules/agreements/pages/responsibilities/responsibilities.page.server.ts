import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { responsibilityMatrix } from '../../queries/responsibilities/matrix.ts';

/** Which post answers for what, without names. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const matrix = await page.services.database.inTransaction(page.actor, responsibilityMatrix, {
    now: page.now,
  });
  const unnamed = matrix?.parties.map((party) => ({
    ...party,
    rows: party.rows.map((row) => ({ ...row, personZh: null, personEn: null })),
  }));
  return { matrix: matrix && { ...matrix, parties: unnamed ?? [] } };
}
