import { dateKey } from '#kernel/work-calendar.ts';
import { holdersOf, postsByIds, servingOrganisations } from '#modules/registry/facade.server.ts';
import { lastEventAbout } from '#platform/audit/read-events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MATTER_SUBJECT } from '../../contract.ts';
import { deskKindOf } from '../../rules/intake/categories.ts';
import type { MatterRow } from '../../store/rows.ts';

/** Organisations whose desk may take the matter up: those of the category's default kind that serve its estate. */
export async function deskOrganisations(
  tx: Tx,
  row: Pick<MatterRow, 'estate_id' | 'category'>,
): Promise<string[]> {
  const kind = deskKindOf(row.category);
  if (kind === null) return [];
  const orgs = await servingOrganisations(tx, row.estate_id, kind, dateKey(tx.now));
  return orgs.map((org) => org.id);
}

/**
 * Words for "already handled by …": the post that acted last and who holds it. Empty when that was the reporter
 * or a timer: nobody learns from a refusal who complained about them (§3.12).
 */
export async function whoWasFirst(
  tx: Tx,
  row: Pick<MatterRow, 'id' | 'reporter_org_id' | 'complained_org_id' | 'reveal_reporter'>,
): Promise<Record<string, string>> {
  const last = await lastEventAbout(tx, MATTER_SUBJECT, row.id);
  if (!last?.post_id) return { who: '' };
  const post = (await postsByIds(tx, [last.post_id])).get(last.post_id);
  const against = row.complained_org_id === tx.actor.post?.orgId && !row.reveal_reporter;
  if (against && post?.orgId === row.reporter_org_id) return { who: '' };
  const holder = (await holdersOf(tx, [last.post_id], dateKey(tx.now))).get(last.post_id);
  return { who: [post?.nameZh, holder?.name].filter(Boolean).join(' ') };
}
