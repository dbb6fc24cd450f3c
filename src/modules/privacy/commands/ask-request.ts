import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays, addWorkdays, dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import type { AskRequest } from '../forms/requests.ts';
import { mayLookAfterData } from '../permissions.ts';
import { ANSWER_WORKDAYS } from '../rules/request-lifecycle.ts';
import { insertRequest, requestRowsOf } from '../store/requests.ts';

/** Open requests somebody may have at a time. */
const MOST_OPEN = 5;

/**
 * Somebody asks to have their data put right, deleted or explained. Answered in plain words within 15 working
 * days; where the calendar does not know a year, within 15 days.
 *
 * @returns id and day; refusals: not signed in, by proxy, too many open.
 * @source PIPL art. 46, 47, 48, 50
 */
export async function askRequest(tx: Tx, input: AskRequest): Promise<Result<{ id: string; dueOn: string }>> {
  const may = mayLookAfterData(tx.actor, 'ask-about-own-data');
  if (!may.ok) return may;
  const personId = tx.actor.personId!;
  const open = (await requestRowsOf(tx, personId)).filter(({ state }) => state === 'ASKED');
  if (open.length >= MOST_OPEN) return refuse('privacy.too-many-requests', { params: { n: MOST_OPEN } });
  const due = addWorkdays(await loadCalendar(tx), tx.now, ANSWER_WORKDAYS);
  const dueOn = due.known ? dateKey(due.value) : addDays(dateKey(tx.now), ANSWER_WORKDAYS);
  const id = tx.newId();
  await insertRequest(tx, {
    id,
    person_id: personId,
    kind: input.kind,
    state: 'ASKED',
    text: input.text,
    asked_at: tx.now,
    due_on: dueOn,
  });
  await appendEvent(tx, {
    subjectKind: PRIVACY_SUBJECTS.request,
    subjectId: id,
    kind: 'privacy.request-asked',
    to: 'ASKED',
    data: { kind: input.kind },
  });
  return ok({ id, dueOn });
}
