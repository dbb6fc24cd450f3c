import { type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { NOTICE_EVENTS, NOTICE_SUBJECT } from '../contract.ts';
import type { SupersedeNotice } from '../forms/publish.ts';
import { mayReplace } from '../permissions.ts';
import { tooLate } from '../rules/lead-time.ts';
import { lockNotice, markSuperseded } from '../store/notices.ts';
import { keepNotice, mayHere, type Published } from './publish-works-notice.ts';

/**
 * Puts a new notice in the place of a live one, with a reason; the old one stays readable and says so. Works
 * that were announced in time may be moved later without a new lead time, but not earlier (§3.11).
 */
export async function supersedeWorksNotice(tx: Tx, input: SupersedeNotice): Promise<Result<Published>> {
  const old = await lockNotice(tx, input.replacesId);
  if (!old) return refuse('notices.not-found');
  const may = mayReplace(tx.actor, old.issuer_org_id) ?? (await mayHere(tx, input.estateId));
  if (may) return { ok: false, refusal: may };
  if (old.state !== 'LIVE') return refuse('notices.replaced-already');
  const late = tooLate(input, tx.now, dateKey(tx.now));
  const postponed = input.startsAt >= old.starts_at && input.kind === old.kind;
  if (late && !(late.code === 'notices.lead-too-short' && postponed)) return { ok: false, refusal: late };
  const made = await keepNotice(tx, input, old.number);
  if (!made.ok) return made;
  await markSuperseded(tx, old.id, made.value.id, input.reason);
  await appendEvent(tx, {
    subjectKind: NOTICE_SUBJECT,
    subjectId: old.id,
    kind: NOTICE_EVENTS.superseded,
    from: 'LIVE',
    to: 'SUPERSEDED',
    reason: input.reason,
    data: { by: made.value.number },
  });
  return made;
}
