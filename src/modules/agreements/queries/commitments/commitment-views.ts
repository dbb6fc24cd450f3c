import { addDays, dateKey } from '#kernel/work-calendar.ts';
import { type InTimeDay, inTimeByDay } from '#modules/matters/facade.server.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type {
  CommitmentPeriod,
  CommitmentState,
  Count,
  InstanceStanding,
  Measure,
} from '../../contract/commitments.ts';
import { countedStanding, instanceStanding } from '../../rules/commitments/instances.ts';
import { type CommitmentRow, commitmentsOf, type InstanceRow, instancesOf } from '../../store/commitments.ts';

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
  /** What the program counted until now; null when people show what they did, and before its time. */
  readonly count: Count | null;
  readonly version: number;
};

export type CommitmentView = {
  readonly id: string;
  readonly orgId: string;
  readonly promise: string;
  readonly measure: string;
  readonly period: CommitmentPeriod | null;
  readonly dueOn: string | null;
  /** Counted by the program, and the share that is enough. */
  readonly measuredBy: Measure | null;
  readonly enoughPercent: number | null;
  readonly state: CommitmentState;
  readonly postId: string;
  readonly postZh: string;
  readonly postEn: string;
  readonly instances: readonly InstanceView[];
  /** Times confirmed, of the times that fell due until today or are confirmed already (O5, domain brief §5). */
  readonly kept: number;
  readonly due: number;
};

type Counted = Awaited<ReturnType<typeof inTimeByDay>>;
type Times = { readonly commitment: CommitmentRow; readonly row: InstanceRow };

/** How much fell due and was in time from one day to another, both counted. */
function countOf(days: readonly InTimeDay[], orgId: string, row: InstanceRow): Count {
  const within = days.filter(
    (one) => one.orgId === orgId && one.day >= row.from_day && one.day <= row.due_on,
  );
  return {
    inTime: within.reduce((sum, one) => sum + one.inTime, 0),
    due: within.reduce((sum, one) => sum + one.due, 0),
  };
}

function viewOf({ commitment, row }: Times, counted: Counted, day: string): InstanceView {
  const { state, from_day: fromDay, due_on: dueOn } = row;
  const { measured_by: measuredBy, enough_percent: enough, organisation_id: orgId } = commitment;
  const days = measuredBy === 'CONTACT_IN_TIME' ? counted.contact : counted.work;
  const time = { state, fromDay, dueOn };
  const count = measuredBy && day >= fromDay && state !== 'DROPPED' ? countOf(days, orgId, row) : null;
  return {
    id: row.id,
    fromDay,
    dueOn,
    standing: count ? countedStanding(time, count, enough ?? 100, day) : instanceStanding(time, day),
    late: (row.evidenced_on ?? '') > dueOn,
    evidence: row.evidence,
    note: row.judged_note,
    count,
    version: row.version,
  };
}

/** What the program counts for those commitments it measures itself: one reading for all of them. */
function countsFor(tx: Tx, rows: readonly CommitmentRow[], times: readonly InstanceRow[], day: string) {
  const measured = rows.filter((row) => row.measured_by !== null);
  const ids = new Set(measured.map(({ id }) => id));
  const begun = times.filter((one) => ids.has(one.commitment_id) && one.from_day <= day);
  const orgIds = begun.length > 0 ? [...new Set(measured.map((row) => row.organisation_id))] : [];
  const from = begun.map((one) => one.from_day).toSorted()[0] ?? day;
  return inTimeByDay(tx, orgIds, from, day);
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
  const measured = await countsFor(tx, rows, times, day);
  return rows.map((row) => {
    const instances = times
      .filter((one) => one.commitment_id === row.id)
      .map((one) => viewOf({ commitment: row, row: one }, measured, day));
    // What the program counts is settled only when its last day is over.
    const settledBy = row.measured_by ? addDays(day, -1) : day;
    const counted = instances.filter(
      ({ standing, dueOn }) =>
        standing === 'CONFIRMED' || (standing !== 'DROPPED' && standing !== 'NONE_DUE' && dueOn <= settledBy),
    );
    return {
      id: row.id,
      orgId: row.organisation_id,
      promise: row.promise,
      measure: row.measure,
      period: row.period,
      dueOn: row.due_on,
      measuredBy: row.measured_by,
      enoughPercent: row.enough_percent,
      state: row.state,
      postId: row.post_id,
      postZh: posts.get(row.post_id)?.nameZh ?? '',
      postEn: posts.get(row.post_id)?.nameEn ?? '',
      instances,
      kept: counted.filter(({ standing }) => standing === 'CONFIRMED').length,
      due: counted.length,
    };
  });
}
