import type { Place } from '#modules/registry/contract.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Level } from '../../contract.ts';
import { pinOf } from '../../store/pin.ts';
import { dossier } from './dossier.ts';

export type DeskSlip = {
  readonly code: string;
  readonly pin: string;
  readonly title: string | null;
  readonly place: Place;
  readonly level: Level;
  readonly category: string;
  readonly submittedAt: Date;
  readonly mergedInto: string | null;
};

/** The slip of a matter with its query PIN; null for everybody who may not hand it out. */
export async function deskSlip(tx: Tx, code: string): Promise<DeskSlip | null> {
  const matter = await dossier(tx, code);
  if (!matter?.maySlip) return null;
  const { row } = matter;
  return {
    code: row.code,
    pin: pinOf(tx.vault, row.id),
    title: matter.title,
    place: matter.place,
    level: matter.level,
    category: row.category,
    submittedAt: row.submitted_at,
    mergedInto: matter.related.into?.code ?? null,
  };
}
