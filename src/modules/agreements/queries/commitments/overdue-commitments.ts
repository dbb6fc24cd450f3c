import type { Tx } from '#platform/db/database.ts';
import { currentAgreement } from '../agreement/agreements.ts';

/** A time a commitment fell due and nothing was shown for it. */
export type OverdueCommitment = {
  readonly id: string;
  readonly orgId: string;
  readonly promise: string;
  readonly measure: string;
  /** `2026-06-30` */
  readonly dueOn: string;
};

/** What was promised in the agreement in force, is past its day and has not been shown to be done (domain brief §3.7). */
export async function overdueCommitments(tx: Tx): Promise<OverdueCommitment[]> {
  const agreement = await currentAgreement(tx);
  return (agreement?.parties ?? []).flatMap((party) =>
    party.commitments.flatMap(({ promise, measure, instances }) =>
      instances
        .filter(({ standing }) => standing === 'MISSED')
        .map(({ id, dueOn }) => ({ id, orgId: party.orgId, promise, measure, dueOn })),
    ),
  );
}
