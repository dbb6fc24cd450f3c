import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { publicRules } from '../../queries/rules/rules-of-procedure.ts';

/** One version, whole. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const versions = await page.services.database.inTransaction(page.actor, publicRules, { now: page.now });
  const version = versions.find(({ label }) => label === params.label);
  if (!version) throw notFound();
  return { version };
}
