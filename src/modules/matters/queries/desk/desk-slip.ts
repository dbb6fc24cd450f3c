import type { Place } from '#modules/registry/contract.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Level } from '../../contract.ts';
import { findMatter } from '../../store/matters.ts';
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

/**
 * The slip of a matter with its query PIN. The PIN proves somebody to be the reporter, so only who entered the
 * matter and the coordinators get it, and never the party complained about.
 */
export async function deskSlip(tx: Tx, code: string): Promise<DeskSlip | null> {
  const matter = await dossier(tx, code);
  const row = matter && (await findMatter(tx, matter.row.id));
  if (!matter || !row) return null;
  const { actor } = tx;
  const coordinator = actor.role === 'RC' || actor.role === 'GB';
  const entered = actor.personId !== null && actor.personId === row.entered_by_person_id;
  if (!(coordinator || entered) || row.complained_org_id === actor.post?.orgId) return null;
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
