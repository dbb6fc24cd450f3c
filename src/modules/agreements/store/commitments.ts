import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type {
  CommitmentPeriod,
  CommitmentState,
  Due,
  InstanceState,
  Measure,
} from '../contract/commitments.ts';

type Narrow = { state: CommitmentState; period: CommitmentPeriod | null; measured_by: Measure | null };
export type CommitmentRow = Omit<Selectable<DB['agreements.commitment']>, keyof Narrow> & Narrow;
export type InstanceRow = Omit<Selectable<DB['agreements.commitment_instance']>, 'state'> & {
  readonly state: InstanceState;
};

const here = (tx: Tx) => tx.actor.neighborhoodId;

const commitments = (tx: Tx) =>
  tx
    .schema('agreements')
    .selectFrom('agreements.commitment')
    .selectAll()
    .$narrowType<Narrow>()
    .where('neighborhood_id', '=', here(tx));

const instances = (tx: Tx) =>
  tx
    .schema('agreements')
    .selectFrom('agreements.commitment_instance')
    .selectAll()
    .$narrowType<{ state: InstanceState }>()
    .where('neighborhood_id', '=', here(tx));

/** Commitments of an agreement in the order they were written down. */
export function commitmentsOf(tx: Tx, agreementId: string): Promise<CommitmentRow[]> {
  return commitments(tx).where('agreement_id', '=', agreementId).orderBy('taken_at').orderBy('id').execute();
}

export function commitmentById(tx: Tx, id: string): Promise<CommitmentRow | undefined> {
  return commitments(tx).where('id', '=', id).executeTakeFirst();
}

export async function insertCommitment(
  tx: Tx,
  row: Omit<Insertable<DB['agreements.commitment']>, 'neighborhood_id'>,
): Promise<void> {
  await tx
    .schema('agreements')
    .insertInto('agreements.commitment')
    .values({ ...row, neighborhood_id: here(tx) })
    .execute();
}

export async function updateCommitments(
  tx: Tx,
  ids: readonly string[],
  patch: Updateable<DB['agreements.commitment']>,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .schema('agreements')
    .updateTable('agreements.commitment')
    .set(patch)
    .where('neighborhood_id', '=', here(tx))
    .where('id', 'in', ids)
    .execute();
}

/** Crosses out a commitment of a draft. */
export async function deleteCommitment(tx: Tx, id: string): Promise<void> {
  await tx
    .schema('agreements')
    .deleteFrom('agreements.commitment')
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .where('state', '=', 'DRAFT')
    .execute();
}

/** The times commitments fall due, the first one first. */
export async function instancesOf(tx: Tx, commitmentIds: readonly string[]): Promise<InstanceRow[]> {
  if (commitmentIds.length === 0) return [];
  return instances(tx).where('commitment_id', 'in', commitmentIds).orderBy('due_on').execute();
}

/** One time, locked until the transaction ends. */
export function lockInstance(tx: Tx, id: string): Promise<InstanceRow | undefined> {
  return instances(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Writes down when a commitment falls due. */
export async function insertInstances(tx: Tx, commitmentId: string, times: readonly Due[]): Promise<void> {
  if (times.length === 0) return;
  const rows = times.map(({ fromDay, dueOn }) => ({
    neighborhood_id: here(tx),
    id: tx.newId(),
    commitment_id: commitmentId,
    from_day: fromDay,
    due_on: dueOn,
    state: 'ACTIVE',
  }));
  await tx.schema('agreements').insertInto('agreements.commitment_instance').values(rows).execute();
}

export async function updateInstance(
  tx: Tx,
  id: string,
  patch: Updateable<DB['agreements.commitment_instance']>,
): Promise<void> {
  await tx
    .schema('agreements')
    .updateTable('agreements.commitment_instance')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}

/** Nobody waits any more for what would have fallen due on a day or later and has not been shown. */
export async function dropInstancesFrom(
  tx: Tx,
  commitmentIds: readonly string[],
  day: string,
): Promise<void> {
  if (commitmentIds.length === 0) return;
  await tx
    .schema('agreements')
    .updateTable('agreements.commitment_instance')
    .set((e) => ({ state: 'DROPPED', version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('commitment_id', 'in', commitmentIds)
    .where('state', '=', 'ACTIVE')
    .where('due_on', '>=', day)
    .execute();
}
