import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { FINAL_STATUSES, MATTER_SUBJECT, type MatterStatus } from '../../contract.ts';
import type { MergeMatter } from '../../forms/handling.ts';
import { insertEndorsement, lockMatter, updateMatter } from '../../store/matters.ts';
import type { MatterRow } from '../../store/rows.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/**
 * Merges a matter into another about the same thing. The reporter keeps their own code, updates and answer;
 * the household counts as one me-too, and resolution counts the whole as one (§4.1, edge cases).
 */
export async function mergeMatter(tx: Tx, input: MergeMatter): Promise<Result<Changed>> {
  if (input.intoId === input.matterId) return refuse('matters.merge-into-itself', { field: 'intoId' });
  const [first, second] = [input.intoId, input.matterId].sort();
  await lockMatter(tx, first!);
  await lockMatter(tx, second!);
  const into = await lockMatter(tx, input.intoId);
  if (!into) return refuse('matters.not-found', { field: 'intoId' });
  if (FINAL_STATUSES.includes(into.status as MatterStatus))
    return refuse('matters.merge-into-closed', { field: 'intoId' });
  return changeMatter(tx, 'merge', input, ({ row }) => {
    if (row.merged_count > 0) return refuse('matters.merge-has-children', { source: 'DOMAIN §4.1' });
    return ok({
      to: 'MERGED',
      patch: { merged_into_id: into.id },
      data: { into: into.code },
      also: (inside) => countIn(inside, into, row),
    });
  });
}

async function countIn(tx: Tx, into: MatterRow, child: MatterRow): Promise<void> {
  const counted = child.household_unit_id
    ? await insertEndorsement(tx, into.id, child.household_unit_id, child.reporter_person_id)
    : false;
  await updateMatter(tx, into.id, into.status as MatterStatus, {
    merged_count: into.merged_count + 1,
    endorsement_count: into.endorsement_count + (counted ? 1 : 0),
  });
  await appendEvent(tx, {
    subjectKind: MATTER_SUBJECT,
    subjectId: into.id,
    kind: 'matters.merged-in',
    from: into.status,
    to: into.status,
    data: { child: child.code },
  });
}
