import { dateKey } from '#kernel/work-calendar.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CommitmentPeriod, CommitmentState, InstanceStanding } from '../../contract/commitments.ts';
import { instanceStanding } from '../../rules/commitments/instances.ts';
import { commitmentsOf, type InstanceRow, instancesOf } from '../../store/commitments.ts';

/** One time a commitment falls due. What was shown for it is for the desk alone. */
export type InstanceView = {
  readonly id: string;
  readonly fromDay: string;
  readonly dueOn: string;
  readonly standing: InstanceStanding;
  /** Shown after its day. */
  readonly late: boolean;
  readonly evidence: string | null;
  readonly note: string | null;
  readonly version: number;
};

export type CommitmentView = {
  readonly id: string;
  readonly orgId: string;
  readonly promise: string;
  readonly measure: string;
  readonly period: CommitmentPeriod | null;
  readonly dueOn: string | null;
  readonly state: CommitmentState;
  readonly postZh: string;
  readonly postEn: string;
  readonly instances: readonly InstanceView[];
  /** Times confirmed, of the times that fell due until today or are confirmed already (O5, domain brief §5). */
  readonly kept: number;
  readonly due: number;
};

function viewOf(row: InstanceRow, day: string): InstanceView {
  const { state, from_day: fromDay, due_on: dueOn } = row;
  return {
    id: row.id,
    fromDay,
    dueOn,
    standing: instanceStanding({ state, fromDay, dueOn }, day),
    late: (row.evidenced_on ?? '') > dueOn,
    evidence: row.evidence,
    note: row.judged_note,
    version: row.version,
  };
}

/** The commitments of an agreement with every time they fall due, and the post that answers for each. */
export async function commitmentViews(tx: Tx, agreementId: string): Promise<CommitmentView[]> {
  const day = dateKey(tx.now);
  const rows = await commitmentsOf(tx, agreementId);
  const times = await instancesOf(
    tx,
    rows.map(({ id }) => id),
  );
  const posts = await postsByIds(
    tx,
    rows.map((row) => row.post_id),
  );
  return rows.map((row) => {
    const instances = times.filter((one) => one.commitment_id === row.id).map((one) => viewOf(one, day));
    const counted = instances.filter(
      ({ standing, dueOn }) => standing === 'CONFIRMED' || (standing !== 'DROPPED' && dueOn <= day),
    );
    return {
      id: row.id,
      orgId: row.organisation_id,
      promise: row.promise,
      measure: row.measure,
      period: row.period,
      dueOn: row.due_on,
      state: row.state,
      postZh: posts.get(row.post_id)?.nameZh ?? '',
      postEn: posts.get(row.post_id)?.nameEn ?? '',
      instances,
      kept: counted.filter(({ standing }) => standing === 'CONFIRMED').length,
      due: counted.length,
    };
  });
}
