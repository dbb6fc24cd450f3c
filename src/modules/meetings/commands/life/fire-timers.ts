import { systemActor } from '#kernel/actor.ts';
import { ok, type Result } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { MEETING_EVENTS, MEETING_SUBJECTS } from '../../contract/meetings.ts';
import { timetable } from '../../rules/timetable.ts';
import { itemsOf } from '../../store/agenda.ts';
import { lockMeeting, meetingsIn, updateMeeting } from '../../store/meetings.ts';

/** Most open agendas looked at in one round. */
const AT_ONCE = 50;

/**
 * Closes the agendas whose time has come (the rules' working days before the meeting), so that the notice can go out.
 * An agenda with nothing on it stays open; its page says that it should be closed.
 *
 * @returns how many were closed
 * @source domain brief §4.3 (agenda close −5 wd)
 */
export async function fireTimers(database: Database, neighborhoodId: string, now: Date): Promise<number> {
  const actor = systemActor(neighborhoodId);
  const done = await runCommand(database, actor, closeAgendas, { now });
  return done.ok ? done.value : 0;
}

async function closeAgendas(tx: Tx): Promise<Result<number>> {
  let closed = 0;
  for (const { id } of await meetingsIn(tx, ['AGENDA_OPEN'], AT_ONCE)) {
    const meeting = await lockMeeting(tx, id);
    if (meeting?.state !== 'AGENDA_OPEN') continue;
    const rules = await rulesInForce(tx, dateKey(meeting.starts_at));
    if (!rules || meeting.is_ad_hoc) continue;
    const table = timetable(meeting.starts_at, false, rules.numbers, await loadCalendar(tx));
    if (!table.known || tx.now <= table.value.agendaClosesAt) continue;
    if ((await itemsOf(tx, id)).filter(({ state }) => state === 'WAITING').length < 2) continue;
    await updateMeeting(tx, id, { state: 'AGENDA_FIXED' });
    await appendEvent(tx, {
      subjectKind: MEETING_SUBJECTS.meeting,
      subjectId: id,
      kind: MEETING_EVENTS.agendaClosed,
      from: 'AGENDA_OPEN',
      to: 'AGENDA_FIXED',
      data: { code: meeting.code },
    });
    closed += 1;
  }
  return ok(closed);
}
