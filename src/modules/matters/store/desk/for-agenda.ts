import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { isOpen } from './listing.ts';

/** Why a matter should be heard. */
export type AgendaCause = 'ESCALATED' | 'HELP' | 'CHRONIC' | 'ENDORSED' | 'OVERDUE';

export type AgendaRow = {
  readonly id: string;
  readonly code: string;
  /** Empty when its text is hidden. */
  readonly title: string;
  readonly category: string;
  readonly cause: AgendaCause;
  readonly households: number;
  readonly merged: number;
  readonly redone: number;
  readonly returned: number;
  readonly leadOrgId: string | null;
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  readonly estate_id: string;
  readonly building_id: string | null;
};

/** Most matters offered for one agenda. */
const MOST = 40;

/** Open matters that have climbed, the first cause that holds for each; those that hurt most on top. */
export function rowsForAgenda(tx: Tx, households: number): Promise<AgendaRow[]> {
  const cause = sql<AgendaCause | null>`case
    when m.status = 'ESCALATED' then 'ESCALATED'
    when m.org_request then 'HELP'
    when m.chronic then 'CHRONIC'
    when 1 + m.endorsement_count + m.merged_count >= ${households} then 'ENDORSED'
    when m.supervision_level >= 2 then 'OVERDUE'
  end`;
  return tx
    .schema('matters')
    .selectFrom('matters.matter as m')
    .select([
      'm.id',
      'm.code',
      sql<string>`case when m.text_hidden then '' else m.title end`.as('title'),
      'm.category',
      'm.lead_org_id as leadOrgId',
      'm.submitted_at as submittedAt',
      'm.handle_due_at as dueAt',
      'm.merged_count as merged',
      'm.redo_count as redone',
      'm.return_count as returned',
      'm.estate_id',
      'm.building_id',
      sql<number>`1 + m.endorsement_count`.as('households'),
      cause.$notNull().as('cause'),
    ])
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where(isOpen)
    .where(sql<boolean>`(${cause}) is not null`)
    .orderBy(sql`(m.status = 'ESCALATED') desc`)
    .orderBy('m.submitted_at')
    .limit(MOST)
    .execute();
}
