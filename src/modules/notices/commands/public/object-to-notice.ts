import { ok, type Result, refuse } from '#kernel/result.ts';
import { unitPlaces } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ObjectInput } from '../../forms/public.ts';
import { mayDoPublic } from '../../permissions.ts';
import { isInTime } from '../../rules/public/periods.ts';
import { publicLeadsTo } from '../../rules/public/public-lifecycle.ts';
import { concerns } from '../../rules/public/scope.ts';
import { lockPublicByNumber } from '../../store/public-notices.ts';
import { keepObjection, type Objected } from './keep-objection.part.ts';

/**
 * Somebody who lives or owns where a notice concerns objects, under their real name, up to the last minute of
 * the period. Only the receiver reads the name.
 *
 * @source domain brief §4.13
 */
export async function objectToNotice(tx: Tx, input: ObjectInput): Promise<Result<Objected>> {
  const notice = await lockPublicByNumber(tx, input.number);
  if (!notice || notice.starts_at > tx.now) return refuse('notices.not-found');
  const homes = await unitPlaces(tx, tx.actor.householdUnitIds);
  const facts = { issuerOrgId: notice.issuer_org_id, isInScope: concerns(notice, homes.values()) };
  const may = mayDoPublic(tx.actor, 'object', facts);
  if (may) return { ok: false, refusal: may };
  const personId = tx.actor.onBehalfOf ?? tx.actor.personId;
  if (personId === null) return refuse('notices.not-in-scope');
  if (!notice.takes_objections) return refuse('notices.takes-no-objections');
  // The moment decides, not whether the timer has come round.
  const state = notice.state === 'SCHEDULED' ? 'LIVE' : notice.state;
  const to = publicLeadsTo('object', state);
  const period = { startsAt: notice.starts_at, endsAt: notice.ends_at };
  if (to === null || !isInTime(tx.now, period))
    return refuse('notices.period-over', { source: 'DOMAIN §4.13' });
  const { objection } = input;
  const kept = { channel: 'WEB' as const, objection, madeAt: tx.now, personId, name: null };
  return ok(await keepObjection(tx, notice, notice.state, kept));
}
