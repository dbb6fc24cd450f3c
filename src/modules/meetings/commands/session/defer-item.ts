import { ok, type Result, refuse } from '#kernel/result.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_EVENTS, MEETING_SUBJECTS } from '../../contract/meetings.ts';
import type { DeferItem } from '../../forms/meetings.ts';
import { updateItem } from '../../store/agenda.ts';
import { gatherItem, itemEvent, whoIsHere } from '../gather-meeting.part.ts';

/**
 * Puts an item off with a reason; it comes back by itself as a candidate for the next meeting. When the organisation
 * that was to lead was absent, the street is told.
 *
 * @source domain brief §4.3 (responsible organisation absent → defer + reminder to superior)
 */
export async function deferItem(tx: Tx, input: DeferItem): Promise<Result<void>> {
  const gathered = await gatherItem(tx, input, 'defer-item');
  if (!gathered.ok) return gathered;
  const { meeting, item } = gathered.value;
  if (meeting.state !== 'IN_SESSION') return refuse('meetings.not-in-this-state');
  if (item.version !== input.version) return refuse('meetings.changed-meanwhile');
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  if (item.state !== 'WAITING' && item.state !== 'IN_DISCUSSION') return refuse('meetings.item-not-waiting');
  const here = rules ? await whoIsHere(tx, gathered.value, rules.numbers) : null;
  const leadWasAbsent = item.lead_org_id !== null && here !== null && !here.orgIds.has(item.lead_org_id);
  await updateItem(tx, item.id, { state: 'DEFERRED', reason: input.reason });
  await itemEvent(tx, item, {
    kind: MEETING_EVENTS.itemDeferred,
    from: item.state,
    to: 'DEFERRED',
    reason: input.reason,
    data: { leadOrgId: item.lead_org_id, leadWasAbsent },
  });
  if (leadWasAbsent)
    await appendEvent(tx, {
      subjectKind: MEETING_SUBJECTS.meeting,
      subjectId: meeting.id,
      kind: MEETING_EVENTS.leadAbsent,
      data: { itemId: item.id, orgId: item.lead_org_id },
    });
  return ok();
}
