import type { Tx } from '#platform/db/database.ts';
import { FINAL_STATUSES, type MatterStatus } from '../contract.ts';

/** An open matter an organisation has to do with. */
export type OpenMatterRow = {
  readonly id: string;
  readonly code: string;
  readonly title: string | null;
  readonly status: MatterStatus;
  readonly handleDueAt: Date | null;
  /** It leads; otherwise it helps. */
  readonly leads: boolean;
};

/**
 * Matters that are not finished and that an organisation leads or helps with, by code.
 *
 * @param estateId of one estate only.
 */
export async function openMattersOfOrganisation(
  tx: Tx,
  orgId: string,
  estateId: string | null = null,
): Promise<OpenMatterRow[]> {
  const rows = await tx
    .schema('matters')
    .selectFrom('matters.matter as m')
    .leftJoin('matters.co_handler as c', (join) =>
      join
        .onRef('c.neighborhood_id', '=', 'm.neighborhood_id')
        .onRef('c.matter_id', '=', 'm.id')
        .on('c.org_id', '=', orgId),
    )
    .select([
      'm.id',
      'm.code',
      'm.title',
      'm.text_hidden',
      'm.status',
      'm.handle_due_at as handleDueAt',
      'm.lead_org_id',
    ])
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('m.status', 'not in', [...FINAL_STATUSES])
    .where((eb) => eb.or([eb('m.lead_org_id', '=', orgId), eb('c.org_id', 'is not', null)]))
    .$if(estateId !== null, (q) => q.where('m.estate_id', '=', estateId))
    .orderBy('m.code')
    .execute();
  return rows.map(({ lead_org_id, text_hidden, title, status, ...row }) => ({
    ...row,
    title: text_hidden ? null : title,
    status: status as MatterStatus,
    leads: lead_org_id === orgId,
  }));
}
