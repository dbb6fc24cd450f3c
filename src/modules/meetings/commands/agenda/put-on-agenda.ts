import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { scheduleEscalation } from '#modules/escalations/facade.server.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { BriefFact, Candidate } from '../../contract/meetings.ts';
import type { PutOnAgenda } from '../../forms/meetings.ts';
import { AGENDA_STATES } from '../../rules/meeting-lifecycle.ts';
import { timetable } from '../../rules/timetable.ts';
import { insertItem, itemsOf } from '../../store/agenda.ts';
import { lockTopic, updateTopic } from '../../store/topics.ts';
import { gather, itemEvent } from '../gather-meeting.part.ts';

/**
 * Puts a candidate, or something of the chair's own, on the agenda. The figures of its brief are taken from where it
 * comes from, now.
 *
 * @param candidates what waits for the body now, read in this transaction
 * @returns refusals: not there; not the secretary's or convener's; the agenda is fixed; after it closed without a
 *   reason; it is on an agenda already, or no candidate any more; an organisation that is not there.
 * @source seed S14, S30; domain brief §3.7, §4.3 (late topic)
 */
export async function putOnAgenda(
  tx: Tx,
  input: PutOnAgenda,
  candidates: readonly Candidate[],
): Promise<Result<void>> {
  const gathered = await gather(tx, input.meetingId, 'put-on-agenda');
  if (!gathered.ok) return gathered;
  const { meeting } = gathered.value;
  if (!AGENDA_STATES.includes(meeting.state)) return refuse('meetings.agenda-is-fixed');
  const late = await isLate(tx, meeting);
  if (late && input.lateReason.length < 2)
    return refuse('meetings.late-why', { field: 'lateReason', source: 'DOMAIN §4.3' });
  if (input.leadOrgId && !(await organisationsByIds(tx, [input.leadOrgId])).has(input.leadOrgId))
    return refuse('meetings.no-such-organisation', { field: 'leadOrgId' });
  const isOwn = input.source === 'CHAIR';
  const candidate = candidates.find((one) => one.source === input.source && one.sourceId === input.sourceId);
  if (!isOwn && !candidate) return refuse('meetings.no-candidate');
  const last = Math.max(-1, ...(await itemsOf(tx, meeting.id)).map((item) => item.position));
  await insertItem(tx, {
    id: input.id,
    meeting_id: meeting.id,
    position: last + 1,
    title: input.title,
    question: input.question,
    background: input.background,
    facts: [...(candidate?.facts ?? []), ...typedFacts(input.facts)],
    minutes: input.minutes,
    source: input.source,
    source_id: candidate?.sourceId ?? null,
    lead_org_id: input.leadOrgId,
    guests: input.guests,
    options: input.options ?? '',
    late_reason: late ? input.lateReason : null,
    state: 'WAITING',
  });
  if (candidate?.source === 'TOPIC' && (await lockTopic(tx, candidate.sourceId)))
    await updateTopic(tx, candidate.sourceId, { state: 'ON_AGENDA' });
  if (candidate?.source === 'ESCALATION') {
    const placed = { escalationId: candidate.sourceId, meetingId: meeting.id };
    const scheduled = await scheduleEscalation(tx, placed);
    if (!scheduled.ok) return scheduled;
  }
  await itemEvent(
    tx,
    { id: input.id, meeting_id: meeting.id },
    {
      kind: 'meetings.put-on-agenda',
      to: 'WAITING',
      reason: input.lateReason || null,
      data: { source: input.source, sourceId: candidate?.sourceId ?? null },
    },
  );
  return ok();
}

/** Figures typed line by line: 「被占车位：86 个」. */
export function typedFacts(typed: string): BriefFact[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map((value) => ({ key: 'TEXT', value }));
}

/** Whether the agenda should be closed by now. */
async function isLate(tx: Tx, meeting: { starts_at: Date; is_ad_hoc: boolean }): Promise<boolean> {
  const rules = await rulesInForce(tx, dateKey(meeting.starts_at));
  if (!rules) return false;
  const table = timetable(meeting.starts_at, meeting.is_ad_hoc, rules.numbers, await loadCalendar(tx));
  return table.known && tx.now > table.value.agendaClosesAt;
}
