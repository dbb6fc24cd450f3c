import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RecordObjectionInput } from '../../forms/public.ts';
import { mayDoPublic } from '../../permissions.ts';
import { isInTime } from '../../rules/public/periods.ts';
import { publicLeadsTo } from '../../rules/public/public-lifecycle.ts';
import { lockPublicByNumber } from '../../store/public-notices.ts';
import { keepObjection, type Objected } from './keep-objection.part.ts';

/**
 * The receiver writes down what somebody objected at the desk, on the phone or on paper. What came in time
 * counts, also when it is entered after the period: a notice that was concluded is then open again.
 */
export async function recordObjection(tx: Tx, input: RecordObjectionInput): Promise<Result<Objected>> {
  const notice = await lockPublicByNumber(tx, input.number);
  if (!notice || notice.starts_at > tx.now) return refuse('notices.not-found');
  const may = mayDoPublic(tx.actor, 'record-objection', {
    issuerOrgId: notice.issuer_org_id,
    isInScope: false,
  });
  if (may) return { ok: false, refusal: may };
  if (!notice.takes_objections) return refuse('notices.takes-no-objections');
  const { madeAt, channel, objection, name } = input;
  if (madeAt > tx.now) return refuse('notices.not-yet', { field: 'madeAt' });
  const to = publicLeadsTo('record-objection', notice.state === 'SCHEDULED' ? 'LIVE' : notice.state);
  const period = { startsAt: notice.starts_at, endsAt: notice.ends_at };
  if (to === null || !isInTime(madeAt, period)) return refuse('notices.period-over', { field: 'madeAt' });
  const state = notice.state === 'CONCLUDED' ? to : notice.state;
  return ok(await keepObjection(tx, notice, state, { channel, objection, madeAt, personId: null, name }));
}
