import type { Tx } from '#platform/db/database.ts';
import type { Level, MatterKind, MatterStatus } from '../../contract.ts';
import type { SubmitMatter } from '../../forms/intake.ts';
import { CHRONIC_WINDOW_DAYS, isChronic } from '../../rules/intake/duplicates.ts';
import { levelOf } from '../../rules/intake/level.ts';
import { suggestCategories } from '../../rules/intake/suggest-category.ts';
import { recentMatters } from '../../store/intake.ts';
import type { WherePlace } from './place.ts';

export type Classified = {
  readonly kind: MatterKind;
  readonly category: string;
  readonly level: Level;
  readonly because: readonly string[];
  readonly chronic: boolean;
  readonly orgRequest: boolean;
};

/** Where nothing in the words tells: "services and ideas, other". The desk puts it right. */
const UNTOLD_CATEGORY = 'H99';

/** Category, kind and level of a new matter; what the sender chose stands, the rest follows from the words. */
export async function classify(tx: Tx, input: SubmitMatter, where: WherePlace): Promise<Classified> {
  const text = `${input.title ?? ''} ${input.description}`;
  const category = input.category ?? suggestCategories(text)[0]?.category ?? UNTOLD_CATEGORY;
  const kind =
    input.kind ?? (category === 'H08' ? 'PRAISE' : category.startsWith('H') ? 'SUGGESTION' : 'HELP');
  const since = new Date(tx.now.getTime() - CHRONIC_WINDOW_DAYS * 86_400_000);
  const here = await recentMatters(tx, { estateId: where.columns.estate_id, since, category });
  const chronic = isChronic(
    {
      category,
      estateId: where.columns.estate_id,
      buildingId: where.columns.building_id,
      stairwellId: where.columns.stairwell_id,
      commonPartId: where.columns.common_part_id,
    },
    here.map((m) => ({
      category: m.category,
      estateId: m.estate_id,
      buildingId: m.building_id,
      stairwellId: m.stairwell_id,
      commonPartId: m.common_part_id,
      status: m.status as MatterStatus,
      submittedAt: m.submitted_at,
    })),
    tx.now,
  );
  const orgRequest = input.channel === 'ORGANISATION';
  const told = levelOf({ category, text, conflictOnSite: input.conflictOnSite, orgRequest, chronic, kind });
  return { kind, category, level: told.level, because: told.because, chronic, orgRequest };
}
