import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { Level, MatterStatus } from '../../contract.ts';

export type ClimbingRow = {
  readonly id: string;
  readonly code: string;
  /** Empty when its text is hidden. */
  readonly title: string;
  readonly category: string;
  readonly level: Level;
  readonly status: MatterStatus;
  readonly round: number;
  readonly households: number;
  readonly merged: number;
  readonly redone: number;
  readonly returned: number;
  /** Organisations that gave it back, each once. */
  readonly returnedOrgs: number;
  readonly chronic: boolean;
  readonly orgRequest: boolean;
  readonly supervision: number;
  readonly escalationReason: string | null;
  readonly leadOrgId: string | null;
  readonly reporterOrgId: string | null;
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  readonly firstDueAt: Date | null;
  readonly mergedIntoId: string | null;
  readonly estate_id: string;
  readonly building_id: string | null;
};

/** Matters by id with what tells whether they climb, also those that are over. */
export function climbingRows(tx: Tx, ids: readonly string[]): Promise<ClimbingRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx
    .schema('matters')
    .selectFrom('matters.matter as m')
    .select([
      'm.id',
      'm.code',
      sql<string>`case when m.text_hidden then '' else m.title end`.as('title'),
      'm.category',
      'm.level',
      'm.status',
      'm.round',
      sql<number>`1 + m.endorsement_count`.as('households'),
      'm.merged_count as merged',
      'm.redo_count as redone',
      'm.return_count as returned',
      sql<number>`(select count(distinct r.org_id)::int from matters.returned r
        where r.neighborhood_id = m.neighborhood_id and r.matter_id = m.id)`.as('returnedOrgs'),
      'm.chronic',
      'm.org_request as orgRequest',
      'm.supervision_level as supervision',
      'm.escalation_reason as escalationReason',
      'm.lead_org_id as leadOrgId',
      'm.reporter_org_id as reporterOrgId',
      'm.submitted_at as submittedAt',
      'm.handle_due_at as dueAt',
      'm.original_handle_due_at as firstDueAt',
      'm.merged_into_id as mergedIntoId',
      'm.estate_id',
      'm.building_id',
    ])
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('m.id', 'in', [...new Set(ids)])
    .$narrowType<{ level: Level; status: MatterStatus }>()
    .execute();
}
