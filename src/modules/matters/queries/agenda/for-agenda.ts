import type { Place } from '#modules/registry/contract.ts';
import { placesByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { visibleTo } from '../../permissions.ts';
import { type AgendaRow, rowsForAgenda } from '../../store/desk/for-agenda.ts';

/** A matter a joint meeting should hear of, and why. */
export type MatterForAgenda = Omit<AgendaRow, 'estate_id' | 'building_id'> & { readonly place: Place };

/**
 * Open matters that have climbed: waiting for the branch, help asked by an organisation, marked as coming back again
 * and again, wished for by enough households, or long overdue. Empty for whoever does not see all matters.
 *
 * @param households from how many households on, the reporter's counted, a wish is heard
 * @source domain brief §3.7 (agenda sources), §4.2 (triggers)
 */
export async function mattersForAgenda(tx: Tx, households: number): Promise<MatterForAgenda[]> {
  if (visibleTo(tx.actor).kind !== 'everything') return [];
  const rows = await rowsForAgenda(tx, households);
  const places = await placesByIds(
    tx,
    rows.map((row) => ({ estateId: row.estate_id, buildingId: row.building_id })),
  );
  return rows.map(({ estate_id: _estate, building_id: _building, ...row }, at) => ({
    ...row,
    place: places[at]!,
  }));
}
