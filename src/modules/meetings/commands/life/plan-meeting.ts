import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_EVENTS, MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { PlanMeeting } from '../../forms/meetings.ts';
import { mayMeet } from '../../permissions.ts';
import { timetable } from '../../rules/timetable.ts';
import { insertItem } from '../../store/agenda.ts';
import { bodyById } from '../../store/bodies.ts';
import { insertMeeting, nextMeetingNumber } from '../../store/meetings.ts';

/**
 * Plans a meeting of a body under the rules of procedure that hold on its day; none hold, none can be planned. The
 * first item of its agenda is always what came of earlier resolutions.
 *
 * @returns refusals: the body is not there; not its convener; no rules in force; not in the future, or so near that
 *   its notice could not go out in time; a meeting at short notice without a reason; the secretary's post is not
 *   there; a year without work calendar.
 * @source seed S13; domain brief §3.7, §4.3
 */
export async function planMeeting(tx: Tx, input: PlanMeeting): Promise<Result<{ readonly code: string }>> {
  const body = await bodyById(tx, input.bodyId);
  if (!body) return refuse('meetings.body-not-found');
  const facts = {
    state: 'PLANNED' as const,
    convenerOrgId: body.convener_org_id,
    secretaryPostId: '',
    seatOrgIds: [],
  };
  const refusal = mayMeet(tx.actor, 'plan-meeting', facts);
  if (refusal) return { ok: false, refusal };
  const startsAt = momentOf(input.startsAt);
  if (input.isAdHoc && input.adHocReason.length < 2)
    return refuse('meetings.ad-hoc-why', { field: 'adHocReason', source: 'DOMAIN §3.7' });
  if (!(await postsByIds(tx, [input.secretaryPostId])).has(input.secretaryPostId))
    return refuse('meetings.no-such-post', { field: 'secretaryPostId' });
  const rules = await dayFits(tx, startsAt, input.isAdHoc);
  if (!rules.ok) return rules;
  const year = dateKey(startsAt).slice(0, 4);
  const code = `${year}-${String(await nextMeetingNumber(tx, year)).padStart(2, '0')}`;
  await insertMeeting(tx, {
    id: input.id,
    body_id: body.id,
    code,
    is_ad_hoc: input.isAdHoc,
    ad_hoc_reason: input.isAdHoc ? input.adHocReason : null,
    starts_at: startsAt,
    minutes: input.minutes,
    place: input.place,
    state: 'PLANNED',
    rules_version_id: rules.value,
    secretary_post_id: input.secretaryPostId,
    room_key: tx.newId(),
  });
  await putEarlierFirst(tx, input.id);
  await appendEvent(tx, {
    subjectKind: MEETING_SUBJECTS.meeting,
    subjectId: input.id,
    kind: MEETING_EVENTS.planned,
    to: 'PLANNED',
    reason: input.isAdHoc ? input.adHocReason : null,
    data: { code, bodyId: body.id, startsAt: startsAt.toISOString(), isAdHoc: input.isAdHoc },
  });
  return ok({ code });
}

/** A moment typed as `2026-04-16T19:00`, in Shanghai. */
export function momentOf(typed: string): Date {
  return new Date(`${typed}:00+08:00`);
}

/**
 * Whether a meeting can be on a day.
 *
 * @returns the version of the rules that hold on it
 */
export async function dayFits(tx: Tx, startsAt: Date, isAdHoc: boolean): Promise<Result<string>> {
  if (startsAt <= tx.now) return refuse('meetings.gone-by', { field: 'startsAt' });
  const rules = await rulesInForce(tx, dateKey(startsAt));
  if (!rules) return refuse('meetings.no-rules', { field: 'startsAt', source: 'DOMAIN §4.5' });
  const table = timetable(startsAt, isAdHoc, rules.numbers, await loadCalendar(tx));
  if (!table.known)
    return refuse('meetings.calendar-missing', { field: 'startsAt', params: { year: table.year } });
  if (table.value.noticeBy < tx.now) {
    const { clauses, numbers, label } = rules;
    return isAdHoc
      ? refuse('meetings.too-soon-ad-hoc', {
          field: 'startsAt',
          params: { label, clause: clauses.adHocHours, n: numbers.adHocHours },
        })
      : refuse('meetings.too-soon', {
          field: 'startsAt',
          params: { label, clause: clauses.noticeWorkdays, n: numbers.noticeWorkdays },
        });
  }
  return ok(rules.id);
}

/** The first item: what came of what was resolved before (domain brief §3.7). Its words are those of every meeting. */
async function putEarlierFirst(tx: Tx, meetingId: string): Promise<void> {
  await insertItem(tx, {
    id: tx.newId(),
    meeting_id: meetingId,
    position: 0,
    title: '',
    question: '',
    background: '',
    facts: [],
    minutes: 10,
    source: 'EARLIER_DECISIONS',
    state: 'WAITING',
  });
}
