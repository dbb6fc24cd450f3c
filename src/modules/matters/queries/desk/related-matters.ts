import type { Tx } from '#platform/db/database.ts';
import { FINAL_STATUSES, type MatterStatus } from '../../contract.ts';
import { type Draft, type DuplicateReason, likelyDuplicates } from '../../rules/intake/duplicates.ts';
import type { inScope } from '../../store/desk/listing.ts';
import { childrenOf, mattersNamed, type RelatedRow } from '../../store/desk/related.ts';
import { recentMatters } from '../../store/intake.ts';
import type { MatterRow } from '../../store/rows.ts';

type Allowed = ReturnType<typeof inScope>;
export type LikelySame = RelatedRow & {
  readonly reasons: readonly DuplicateReason[];
  readonly submittedAt: Date;
};
export type Related = {
  readonly into: RelatedRow | null;
  readonly children: readonly RelatedRow[];
  readonly likely: readonly LikelySame[];
};

const WINDOW_DAYS = 14;

/** Open matters of the last two weeks that a draft may be about, which the reader may see; likeliest first. */
export async function likelySame(
  tx: Tx,
  draft: Draft,
  allowed: Allowed,
  exceptId: string | null = null,
): Promise<LikelySame[]> {
  const since = new Date(tx.now.getTime() - WINDOW_DAYS * 86_400_000);
  const recent = await recentMatters(tx, { estateId: draft.estateId, since });
  const open = recent.filter((m) => m.id !== exceptId && !FINAL_STATUSES.includes(m.status as MatterStatus));
  const found = likelyDuplicates(
    draft,
    open.map((m) => ({
      id: m.id,
      category: m.category,
      text: m.description,
      estateId: m.estate_id,
      buildingId: m.building_id,
      stairwellId: m.stairwell_id,
      commonPartId: m.common_part_id,
      submittedAt: m.submitted_at,
    })),
    tx.now,
  );
  const rows = new Map(
    (
      await mattersNamed(
        tx,
        found.map((d) => d.id),
        allowed,
      )
    ).map((r) => [r.id, r]),
  );
  return found.flatMap((d) => {
    const row = rows.get(d.id);
    const at = open.find((m) => m.id === d.id)?.submitted_at;
    return row && at ? [{ ...row, reasons: d.reasons, submittedAt: at }] : [];
  });
}

/** What a matter is connected with: where it was merged, what was merged into it, what may be the same. */
export async function relatedTo(tx: Tx, row: MatterRow, allowed: Allowed): Promise<Related> {
  const [into] = row.merged_into_id ? await mattersNamed(tx, [row.merged_into_id], allowed) : [];
  const young = row.status === 'SUBMITTED' || row.status === 'ACCEPTED' || row.status === 'ASSIGNED';
  const draft = {
    category: row.category,
    text: row.description,
    estateId: row.estate_id,
    buildingId: row.building_id,
    stairwellId: row.stairwell_id,
    commonPartId: row.common_part_id,
  };
  return {
    into: into ?? null,
    children: row.merged_count > 0 ? await childrenOf(tx, row.id, allowed) : [],
    likely: young ? await likelySame(tx, draft, allowed, row.id) : [],
  };
}
