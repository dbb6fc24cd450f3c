import { ok, type Result } from '#kernel/result.ts';
import type { ServicePassedOn } from '#modules/registry/contract/organisations.ts';
import { postsOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { after, rulesAt } from '../../rules/pace/deadlines.ts';
import { coHandlersOf, lockMatter, replaceCoHandlers } from '../../store/matters.ts';
import { openMattersOfOrganisation } from '../../store/open-matters.ts';
import type { MatterPatch } from '../../store/rows.ts';
import { type Known, knowMatter, saveDecision } from '../engine/change-matter.ts';

/**
 * A property company followed another at an estate: what the old one led there is led by the new one's desk, and
 * where the old one helped the new one helps. Deadlines towards residents stay; a matter that the old company had
 * not accepted yet gives the new one its own working day. Run once for each `registry.service-passed-on`.
 *
 * @returns how many matters passed on.
 */
export async function takeOverMatters(tx: Tx, passed: ServicePassedOn): Promise<Result<number>> {
  const open = await openMattersOfOrganisation(tx, passed.fromOrgId, passed.estateId);
  const deskPostId = await deskPost(tx, passed.toOrgId);
  for (const { id, leads } of open) await takeOver(tx, id, leads, passed, deskPostId);
  return ok(open.length);
}

/** The post that takes things in: the desk, else the head, else the first there is. */
async function deskPost(tx: Tx, orgId: string): Promise<string | null> {
  const posts = await postsOf(tx, [orgId]);
  const post = posts.find((one) => one.duty === 'DESK') ?? posts.find((one) => one.isHead) ?? posts[0];
  return post?.id ?? null;
}

async function takeOver(
  tx: Tx,
  matterId: string,
  leads: boolean,
  { fromOrgId, toOrgId, day }: ServicePassedOn,
  deskPostId: string | null,
): Promise<void> {
  const row = await lockMatter(tx, matterId);
  if (!row) return;
  const known = await knowMatter(tx, row, false);
  const helpers = await coHandlersOf(tx, matterId);
  const leader = leads ? toOrgId : row.lead_org_id;
  const swapped = helpers.map((org) => (org === fromOrgId ? toOrgId : org)).filter((org) => org !== leader);
  await saveDecision(tx, 'take-over', known, {
    ...(leads ? { patch: newLead(tx, known, toOrgId, deskPostId) } : {}),
    data: {
      fromOrgId,
      day,
      ...(leads ? { leadOrgId: toOrgId, leadPostId: deskPostId } : { helps: toOrgId }),
    },
    also: (inside) => replaceCoHandlers(inside, matterId, [...new Set(swapped)]),
  });
}

function newLead(tx: Tx, { row, calendar }: Known, orgId: string, postId: string | null): MatterPatch {
  const lead: MatterPatch = { lead_org_id: orgId, lead_post_id: postId };
  if (row.status !== 'ASSIGNED') return lead;
  const due = after(calendar, tx.now, rulesAt(row.submitted_at).leadAccept);
  return {
    ...lead,
    assigned_at: tx.now,
    lead_accept_due_at: due.known ? due.value : null,
    ...(due.known ? {} : { unknown_calendar_year: due.year }),
  };
}
