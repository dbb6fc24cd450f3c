import type { LoaderFunctionArgs } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import { notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import {
  type AgreementFile,
  agreementFile,
  currentAgreement,
  publicAgreements,
} from '../../queries/agreement/agreements.ts';

/**
 * One agreement, whole, without what was shown for its commitments; without a label the one that counts now, else the
 * one that is being prepared.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const { label } = params;
  const found = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const lines = await publicAgreements(tx);
      const wanted = label === undefined ? lines[0] : lines.find((one) => one.label === label);
      const now = label === undefined ? await currentAgreement(tx) : null;
      const file = now ?? (wanted ? await agreementFile(tx, wanted.id) : null);
      if (!file && label !== undefined) return null;
      return {
        file,
        before: file?.followsId ? await agreementFile(tx, file.followsId) : null,
        others: lines
          .filter(({ id }) => id !== file?.id)
          .map((one) => ({ label: one.label, standing: one.standing })),
      };
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
  const { file, before, others } = found;
  return { file: file && unshown(file), before: before && unshown(before), others, today: dateKey(page.now) };
}
