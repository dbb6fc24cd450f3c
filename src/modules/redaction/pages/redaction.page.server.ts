import type { LoaderFunctionArgs } from 'react-router';
import { forbidden } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { deskPieces } from '../queries/desk-pieces.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const pieces = await page.services.database.inTransaction(page.actor, deskPieces, { now: page.now });
  if (!pieces) throw forbidden();
  return { pieces };
}
