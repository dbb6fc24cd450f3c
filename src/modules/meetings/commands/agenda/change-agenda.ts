import { ok, type Result, refuse } from '#kernel/result.ts';
import { scheduleEscalation } from '#modules/escalations/facade.server.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ChangeAgenda } from '../../forms/meetings.ts';
import { AGENDA_STATES } from '../../rules/meeting-lifecycle.ts';
import { type ItemRow, itemsOf, updateItem } from '../../store/agenda.ts';
import { lockTopic, updateTopic } from '../../store/topics.ts';
import { gatherItem, itemEvent } from '../gather-meeting.part.ts';

/**
 * Corrects an item of an open agenda, moves it up or down, or takes it off with a reason. The state of earlier
 * resolutions stays the first item.
 *
 * @returns refusals: not there; not theirs; the agenda is fixed; changed meanwhile; the first item stays; an
 *   organisation that is not there.
 */
export async function changeAgenda(tx: Tx, input: ChangeAgenda): Promise<Result<void>> {
  const gathered = await gatherItem(tx, input, 'change-agenda');
  if (!gathered.ok) return gathered;
  const { meeting, item } = gathered.value;
  if (!AGENDA_STATES.includes(meeting.state)) return refuse('meetings.agenda-is-fixed');
  if (item.version !== input.version) return refuse('meetings.changed-meanwhile');
  const done = await change(tx, item, input);
  if (!done.ok) return done;
  await itemEvent(tx, item, {
    kind: 'meetings.change-agenda',
    reason: input.what === 'drop' ? input.reason : null,
    data: { what: input.what },
  });
  return ok();
}

async function change(tx: Tx, item: ItemRow, input: ChangeAgenda): Promise<Result<void>> {
  if (input.what === 'correct') {
    if (input.leadOrgId && !(await organisationsByIds(tx, [input.leadOrgId])).has(input.leadOrgId))
      return refuse('meetings.no-such-organisation', { field: 'leadOrgId' });
    await updateItem(tx, item.id, {
      title: input.title,
      question: input.question,
      background: input.background,
      minutes: input.minutes,
      lead_org_id: input.leadOrgId,
      guests: input.guests,
      options: input.options ?? item.options,
    });
    return ok();
  }
  if (item.source === 'EARLIER_DECISIONS') return refuse('meetings.first-stays');
  if (input.what === 'drop') {
    await updateItem(tx, item.id, { state: 'DROPPED', reason: input.reason });
    if (item.source === 'TOPIC' && item.source_id && (await lockTopic(tx, item.source_id)))
      await updateTopic(tx, item.source_id, { state: 'OPEN' });
    return item.source === 'ESCALATION' && item.source_id
      ? scheduleEscalation(tx, { escalationId: item.source_id, meetingId: null })
      : ok();
  }
  const order = (await itemsOf(tx, item.meeting_id)).filter(({ state }) => state !== 'DROPPED');
  const at = order.findIndex((one) => one.id === item.id);
  const other = order[input.what === 'up' ? at - 1 : at + 1];
  if (!other || other.source === 'EARLIER_DECISIONS') return ok();
  await updateItem(tx, item.id, { position: other.position });
  await updateItem(tx, other.id, { position: item.position });
  return ok();
}
