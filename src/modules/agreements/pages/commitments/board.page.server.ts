import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { currentAgreement, publicAgreements } from '../../queries/agreement/agreements.ts';

/** What each party of the agreement in force took on and what became of it, without what was shown for it. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  const { agreement, others } = await page.services.database.inTransaction(
    page.actor,
    async (tx) => ({ agreement: await currentAgreement(tx), others: await publicAgreements(tx) }),
    { now: page.now },
  );
  return {
    label: agreement?.label ?? null,
    others: others
      .filter(({ id }) => id !== agreement?.id)
      .map(({ label, standing }) => ({ label, standing })),
    parties: (agreement?.parties ?? [])
      .filter((party) => party.commitments.some(({ state }) => state !== 'DRAFT'))
      .map(({ orgId, nameZh, nameEn, commitments }) => ({
        orgId,
        nameZh,
        nameEn,
        commitments: commitments
          .filter(({ state }) => state !== 'DRAFT')
          .map((one) => ({
            ...one,
            instances: one.instances.map(({ id, dueOn, standing, late, count }) => ({
              id,
              dueOn,
              standing,
              late,
              count,
            })),
          })),
      })),
  };
}
