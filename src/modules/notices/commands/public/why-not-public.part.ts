import { roleOfOrg } from '#kernel/actor.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { organisationsByIds, placeTree } from '#modules/registry/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PublicNoticeInput } from '../../forms/public.ts';
import { mayAnnounce, mayDoPublic } from '../../permissions.ts';
import { endOfPeriod, periodOf, tooShort } from '../../rules/public/periods.ts';
import { publicLeadsTo } from '../../rules/public/public-lifecycle.ts';
import { lockPublic } from '../../store/public-notices.ts';

/**
 * Why the actor may not publish this now, or null; asked when it is drafted and again when it goes out.
 *
 * @param issuerOrgId in whose name it stands: not the second person's.
 */
export async function whyNotPublic(
  tx: Tx,
  input: PublicNoticeInput,
  issuerOrgId: string,
): Promise<Refusal | null> {
  const { post } = tx.actor;
  const own = post ? (await organisationsByIds(tx, [post.orgId])).get(post.orgId) : undefined;
  const may = mayAnnounce(tx.actor, input.estateIds, own?.estateIds ?? []);
  if (may) return may;
  const day = dateKey(tx.now);
  const short = tooShort(input.kind, input.days, day);
  if (short) return short;
  const rule = periodOf(input.kind, day);
  const issuer = (await organisationsByIds(tx, [issuerOrgId])).get(issuerOrgId);
  if (rule.by && !(issuer && rule.by.includes(roleOfOrg(issuer.kind))))
    return refuse('notices.not-for-this-organisation', { field: 'kind', source: rule.basis }).refusal;
  if (input.emergency && rule.objections)
    return refuse('notices.emergency-has-no-period', { field: 'emergency' }).refusal;
  if (input.emergency && input.emergencyReason === '')
    return refuse('notices.emergency-needs-reason', { field: 'emergencyReason' }).refusal;
  const start = input.startsAt && input.startsAt > tx.now ? input.startsAt : tx.now;
  const end = endOfPeriod(await loadCalendar(tx), start, input.days);
  if (!end.ok) return end.refusal;
  return (await placeRefusal(tx, input)) ?? (await replaceRefusal(tx, input));
}

/** Estates are of this neighborhood, and buildings of those estates. */
async function placeRefusal(tx: Tx, input: PublicNoticeInput): Promise<Refusal | null> {
  const estates = (await placeTree(tx)).filter(({ id }) => input.estateIds.includes(id));
  if (estates.length !== new Set(input.estateIds).size)
    return refuse('notices.place-elsewhere', { field: 'estateIds' }).refusal;
  const buildings = new Set(estates.flatMap((estate) => estate.buildings.map(({ id }) => id)));
  return input.buildingIds.every((id) => buildings.has(id))
    ? null
    : refuse('notices.place-elsewhere', { field: 'buildingIds' }).refusal;
}

async function replaceRefusal(tx: Tx, input: PublicNoticeInput): Promise<Refusal | null> {
  if (!input.replacesId) return null;
  const old = await lockPublic(tx, input.replacesId);
  if (!old) return refuse('notices.not-found').refusal;
  const may = mayDoPublic(tx.actor, 'supersede', { issuerOrgId: old.issuer_org_id, isInScope: false });
  if (may) return may;
  return publicLeadsTo('supersede', old.state) ? null : refuse('notices.replaced-already').refusal;
}
