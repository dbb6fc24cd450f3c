import type { Updateable } from 'kysely';
import type { RegistryCommitteeTerm } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CommitteeTerm, OpenWork, TermState } from '../../contract/terms.ts';
import type { Day } from '../../contract.ts';

function terms(tx: Tx) {
  return tx
    .schema('registry')
    .selectFrom('registry.committee_term')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId);
}

type Row = Awaited<ReturnType<ReturnType<typeof terms>['execute']>>[number];

function termOf(row: Row): CommitteeTerm {
  return {
    id: row.id,
    version: row.version,
    organisationId: row.organisation_id,
    number: row.number,
    fromDay: row.from_day,
    toDay: row.to_day,
    members: row.members,
    state: row.state as TermState,
    reportedOn: row.reported_on,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    takenOver: row.taken_over as unknown as OpenWork[] | null,
    acceptedAt: row.accepted_at,
    acceptedByPersonId: row.accepted_by_person_id,
  };
}

/** Terms of an owners' committee, the newest first. */
export async function termsOf(tx: Tx, organisationId: string): Promise<CommitteeTerm[]> {
  const rows = await terms(tx)
    .where('organisation_id', '=', organisationId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(termOf);
}

/** A term, or null. `lock` keeps it until commit. */
export async function findTerm(tx: Tx, id: string, lock = false): Promise<CommitteeTerm | null> {
  const row = await terms(tx)
    .where('id', '=', id)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst();
  return row ? termOf(row) : null;
}

export type NewTermRow = {
  readonly id: string;
  readonly organisation_id: string;
  readonly number: number;
  readonly from_day: Day;
  readonly to_day: Day;
  readonly members: number;
};

export async function insertTerm(tx: Tx, row: NewTermRow): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.committee_term')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId, state: 'RUNNING' })
    .execute();
}

export async function updateTerm(
  tx: Tx,
  id: string,
  patch: Updateable<RegistryCommitteeTerm>,
): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.committee_term')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
