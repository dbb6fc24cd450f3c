import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { agreementFile, publicAgreements } from '../../queries/agreement/agreements.ts';

/** One agreement, whole, without what was shown for its commitments. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const file = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const line = (await publicAgreements(tx)).find(({ label }) => label === params.label);
      return line ? agreementFile(tx, line.id) : null;
    },
    { now: page.now },
  );
  if (!file) throw notFound();
  const unshown = (party: (typeof file.parties)[number]) => ({
    ...party,
    commitments: party.commitments.map((one) => ({ ...one, instances: [] })),
  });
  return { file: { ...file, parties: file.parties.map(unshown) } };
}
