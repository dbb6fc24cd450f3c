import type { Tx } from '#platform/db/database.ts';
import { commitmentsOf, dropInstancesFrom, updateCommitments } from '../../store/commitments.ts';

/** An organisation owes nothing that falls due on a day or later. What fell due before stays on the board. */
export async function dropCommitmentsOf(
  tx: Tx,
  agreementId: string,
  orgId: string,
  fromDay: string,
): Promise<void> {
  const own = (await commitmentsOf(tx, agreementId))
    .filter((one) => one.organisation_id === orgId && (one.state === 'ACTIVE' || one.state === 'DRAFT'))
    .map(({ id }) => id);
  await updateCommitments(tx, own, { state: 'LAPSED' });
  await dropInstancesFrom(tx, own, fromDay);
}
