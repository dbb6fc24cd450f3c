import type { Tx } from '#platform/db/database.ts';
import { visibleTo } from '../../permissions.ts';
import { traceRows } from '../../store/desk/related.ts';
import { findMatterByCode } from '../../store/matters.ts';

/** What the audit trail shows of a matter. */
export type MatterTrace = {
  readonly code: string;
  /** The reader's organisation is the one complained about: who reported stays unknown to it (§3.12). */
  readonly hidesReporter: boolean;
};

/** Codes of matters by id, for whoever sees all matters; for others, and for unknown ids, nothing. */
export async function matterTraces(tx: Tx, ids: readonly string[]): Promise<Map<string, MatterTrace>> {
  if (ids.length === 0 || visibleTo(tx.actor).kind !== 'everything') return new Map();
  const orgId = tx.actor.post?.orgId ?? null;
  const rows = await traceRows(tx, [...new Set(ids)]);
  return new Map(
    rows.map(({ id, code, complained_org_id, reveal_reporter }) => [
      id,
      { code, hidesReporter: orgId !== null && complained_org_id === orgId && !reveal_reporter },
    ]),
  );
}

/** The id of a matter by its code, for whoever sees all matters; null for others and unknown codes. */
export async function matterIdByCode(tx: Tx, code: string): Promise<string | null> {
  if (visibleTo(tx.actor).kind !== 'everything') return null;
  return (await findMatterByCode(tx, code))?.id ?? null;
}
