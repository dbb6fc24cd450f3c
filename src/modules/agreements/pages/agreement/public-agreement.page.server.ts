import type { LoaderFunctionArgs } from 'react-router';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { type AgreementFile, agreementFile, publicAgreements } from '../../queries/agreement/agreements.ts';

/** One agreement, whole, without what was shown for its commitments. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const found = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const line = (await publicAgreements(tx)).find(({ label }) => label === params.label);
      const file = line ? await agreementFile(tx, line.id) : null;
      if (!file) return null;
      return { file, before: file.followsId ? await agreementFile(tx, file.followsId) : null };
    },
    { now: page.now },
  );
  if (!found) throw notFound();
  const unshown = (file: AgreementFile): AgreementFile => ({
    ...file,
    parties: file.parties.map((party) => ({
      ...party,
      commitments: party.commitments.map((one) => ({ ...one, instances: [] })),
    })),
  });
  return { file: unshown(found.file), before: found.before && unshown(found.before) };
}
