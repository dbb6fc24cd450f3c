import type { Place } from '#modules/registry/contract.ts';
import { placesByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Level } from '../../contract.ts';
import { pinOf } from '../../store/pin.ts';
import { ownMatterRow } from './progress.ts';

/** What the slip of a matter says. */
export type Receipt = {
  readonly code: string;
  /** Six digits; null for whoever acts for the reporter: what they may see ends when they stop acting. */
  readonly pin: string | null;
  readonly category: string;
  readonly level: Level;
  readonly place: Place;
  readonly submittedAt: Date;
  readonly acceptDueAt: Date | null;
  /** Null also when the report carries no name: then nobody can be contacted. */
  readonly contactDueAt: Date | null;
  readonly handleDueAt: Date | null;
  readonly anonymous: boolean;
};

/** The slip of a matter for its reporter, or for whoever gave its PIN; else null. */
export async function receipt(tx: Tx, code: string, provenByPin: boolean): Promise<Receipt | null> {
  const row = await ownMatterRow(tx, code, provenByPin);
  if (!row) return null;
  const [place] = await placesByIds(tx, [
    {
      estateId: row.estate_id,
      buildingId: row.building_id,
      stairwellId: row.stairwell_id,
      unitId: row.unit_id,
      commonPartId: row.common_part_id,
    },
  ]);
  const anonymous = row.reporter_kind === 'ANONYMOUS';
  return {
    code: row.code,
    pin: tx.actor.onBehalfOf ? null : pinOf(tx.vault, row.id),
    category: row.category,
    level: row.level as Level,
    place: place!,
    submittedAt: row.submitted_at,
    acceptDueAt: row.accept_due_at,
    contactDueAt: anonymous ? null : row.contact_due_at,
    handleDueAt: row.handle_due_at,
    anonymous,
  };
}
