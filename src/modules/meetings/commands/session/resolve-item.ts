import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import { adoptResolution } from '#modules/resolutions/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_EVENTS } from '../../contract/meetings.ts';
import type { ResolveItem } from '../../forms/meetings.ts';
import { RESOLVING_OUTCOMES } from '../../rules/meeting-lifecycle.ts';
import { ADVISING_BODIES } from '../../rules/quorum.ts';
import { type ItemRow, positionsOf, updateItem } from '../../store/agenda.ts';
import { gatherItem, itemEvent, recusedFrom, signersFit, whoIsHere } from '../gather-meeting.part.ts';
import { mattersOfItem } from '../tell-escalation.part.ts';

/**
 * Records what the meeting resolves on an item: text, and actions each with an organisation, a post, a working day and
 * a measure of success. With a reservation on it the conclusion is 基本一致, else 一致. A second resolution on the same
 * item may follow while the meeting is in session.
 *
 * @returns refusals: not there; not theirs; not in session; changed meanwhile; a forum resolves nothing; no quorum;
 *   too few signatures of an owners' committee; an
 *   organisation that is to lead is absent, or has stepped back; and those of an action without post, day or measure.
 * @source seed S13; domain brief §3.7, §4.3, §4.4, fixture 9
 */
export async function resolveItem(tx: Tx, input: ResolveItem): Promise<Result<{ readonly code: string }>> {
  const gathered = await gatherItem(tx, input, 'resolve-item');
  if (!gathered.ok) return gathered;
  const { meeting, body, item } = gathered.value;
  if (meeting.state !== 'IN_SESSION') return refuse('meetings.not-in-this-state');
  if (item.version !== input.version) return refuse('meetings.changed-meanwhile');
  const open = item.state === 'WAITING' || item.state === 'IN_DISCUSSION';
  const resolvedAlready = item.outcome !== null && RESOLVING_OUTCOMES.includes(item.outcome);
  if (!open && !resolvedAlready) return refuse('meetings.item-not-waiting');
  if (ADVISING_BODIES.includes(body.kind)) return refuse('meetings.forum-resolves-nothing');
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  if (!rules) return refuse('meetings.no-rules');
  const here = await whoIsHere(tx, gathered.value, rules.numbers);
  if (!here.quorate) return refuse('meetings.not-quorate', { params: { clause: rules.clauses.quorumPart } });
  const signers = signersFit(gathered.value, here, input.signedSeatIds);
  if (!signers.ok) return signers;
  const leads = await leadsFit(tx, item, input, here.orgIds);
  if (!leads.ok) return leads;
  const adopted = await adoptResolution(
    tx,
    {
      id: input.resolutionId,
      meeting: input.meetingTitle,
      resolvedOn: dateKey(meeting.opened_at ?? tx.now),
      text: input.text,
      meetingId: meeting.id,
      agendaItemId: item.id,
      matterIds: [...new Set([...(await mattersOfItem(tx, item)), ...input.matterIds])],
      actions: input.actions,
    },
    rules,
  );
  if (!adopted.ok) return adopted;
  const { code } = adopted.value;
  const reserved = (await positionsOf(tx, [item.id])).some((one) => one.is_reservation);
  const outcome = reserved ? 'BROAD_CONSENSUS' : 'CONSENSUS';
  await updateItem(tx, item.id, { state: 'CONCLUDED', outcome, signed_seat_ids: signers.value });
  await itemEvent(tx, item, {
    kind: MEETING_EVENTS.itemConcluded,
    from: item.state,
    to: 'CONCLUDED',
    data: {
      outcome,
      source: item.source,
      sourceId: item.source_id,
      resolutionId: input.resolutionId,
      code,
    },
  });
  return ok({ code });
}

/** Nothing is put on an organisation in its absence, nor on one that has stepped back. */
async function leadsFit(
  tx: Tx,
  item: ItemRow,
  input: ResolveItem,
  here: ReadonlySet<string>,
): Promise<Result<void>> {
  const posts = await postsByIds(
    tx,
    input.actions.map((action) => action.postId),
  );
  const leads = [
    { field: 'text', orgId: item.lead_org_id },
    ...input.actions.map((action, at) => ({
      field: `post${at + 1}`,
      orgId: posts.get(action.postId)?.orgId ?? null,
    })),
  ];
  const orgs = await organisationsByIds(
    tx,
    leads.flatMap(({ orgId }) => orgId ?? []),
  );
  const recused = await recusedFrom(tx, item.id);
  for (const { field, orgId } of leads) {
    if (!orgId) continue;
    const params = { org: orgs.get(orgId)?.nameZh ?? '' };
    if (recused.has(orgId)) return refuse('meetings.lead-stepped-back', { field, params });
    if (!here.has(orgId)) return refuse('meetings.lead-absent', { field, params, source: 'DOMAIN §3.7' });
  }
  return ok();
}
