import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { PUBLIC_NOTICE_EVENTS, PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import type { OutageInput } from '../../forms/public.ts';
import { mayDoPublic } from '../../permissions.ts';
import { daysTouched, endAfterOutage, whyNoOutage } from '../../rules/public/periods.ts';
import { publicLeadsTo } from '../../rules/public/public-lifecycle.ts';
import { insertOutage } from '../../store/papers.ts';
import { lockPublicByNumber, updatePublic } from '../../store/public-notices.ts';

/**
 * Records that a notice could not be read for a while; the days that were lost are added at its end. An end
 * already reached is open again when the new one lies ahead.
 *
 * @source domain brief §4.13
 */
export async function extendPeriod(tx: Tx, input: OutageInput): Promise<Result<{ readonly endsAt: Date }>> {
  const notice = await lockPublicByNumber(tx, input.number);
  if (!notice || notice.starts_at > tx.now) return refuse('notices.not-found');
  const may = mayDoPublic(tx.actor, 'extend-period', {
    issuerOrgId: notice.issuer_org_id,
    isInScope: false,
  });
  const { post } = tx.actor;
  if (may || !post) return may ? { ok: false, refusal: may } : refuse('notices.not-found');
  if (publicLeadsTo('extend-period', notice.state) === null) return refuse('notices.not-now');
  const period = { startsAt: notice.starts_at, endsAt: notice.ends_at };
  const refusal = whyNoOutage(input, period, tx.now);
  if (refusal) return { ok: false, refusal };
  const until = new Date(Math.min(input.to.getTime(), notice.ends_at.getTime()));
  const days = daysTouched(input.from, until);
  const endsAt = endAfterOutage(await loadCalendar(tx), notice.ends_at, days);
  if (!endsAt.ok) return endsAt;
  const to = endsAt.value > tx.now ? 'LIVE' : notice.state;
  await insertOutage(tx, {
    id: tx.newId(),
    notice_id: notice.id,
    from_at: input.from,
    to_at: input.to,
    reason: input.reason,
    days,
    recorded_at: tx.now,
    recorded_by_post_id: post.postId,
  });
  const reopened = to === 'LIVE' ? { concluded_at: null } : {};
  await updatePublic(tx, notice.id, { state: to, ends_at: endsAt.value, ...reopened });
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: notice.id,
    kind: PUBLIC_NOTICE_EVENTS.periodExtended,
    from: notice.state,
    to,
    reason: input.reason,
    data: { number: notice.number, days, endsAt: endsAt.value.toISOString() },
  });
  await tx.publicPagesChanged();
  return ok({ endsAt: endsAt.value });
}
