import { ok, type Result, refuse } from '#kernel/result.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_EVENTS } from '../../contract/meetings.ts';
import type { ConcludeItem } from '../../forms/meetings.ts';
import { RESOLVING_OUTCOMES } from '../../rules/meeting-lifecycle.ts';
import { updateItem } from '../../store/agenda.ts';
import { gatherItem, itemEvent, signersFit, whoIsHere } from '../gather-meeting.part.ts';
import { escalationConcluded } from '../tell-escalation.part.ts';

/**
 * Concludes an item without anything to be carried out: noted, agreed, handed to the street, to a coordination meeting,
 * or left to the owners — that one as a proposal to their committee, never as a resolution.
 *
 * @returns refusals: not there; not theirs; not in session; changed meanwhile; concluded already; agreed without a
 *   quorum, or with too few signatures of an owners' committee; nobody above to hand on to; the proposal does not go to an owners' committee.
 * @source domain brief §3.7 (outcomes), §4.3 (resolution needs owners' ballot → proposal to OC)
 */
export async function concludeItem(tx: Tx, input: ConcludeItem): Promise<Result<void>> {
  const gathered = await gatherItem(tx, input, 'conclude-item');
  if (!gathered.ok) return gathered;
  const { meeting, body, item } = gathered.value;
  if (meeting.state !== 'IN_SESSION') return refuse('meetings.not-in-this-state');
  if (item.version !== input.version) return refuse('meetings.changed-meanwhile');
  if (item.state !== 'WAITING' && item.state !== 'IN_DISCUSSION') return refuse('meetings.item-not-waiting');
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  if (!rules) return refuse('meetings.no-rules');
  let signers: string[] = [];
  if (RESOLVING_OUTCOMES.includes(input.outcome)) {
    const here = await whoIsHere(tx, gathered.value, rules.numbers);
    if (!here.quorate)
      return refuse('meetings.not-quorate', { params: { clause: rules.clauses.quorumPart } });
    const fit = signersFit(gathered.value, here, 'signedSeatIds' in input ? input.signedSeatIds : undefined);
    if (!fit.ok) return fit;
    signers = fit.value;
  }
  if (input.outcome === 'TO_PARENT' && body.parent_body_id === null)
    return refuse('meetings.nobody-above', { field: 'outcome' });
  const proposedTo = input.outcome === 'TO_OWNERS' ? input.proposedToOrgId : null;
  if (proposedTo) {
    const org = (await organisationsByIds(tx, [proposedTo])).get(proposedTo);
    if (org?.kind !== 'OWNERS_COMMITTEE')
      return refuse('meetings.not-an-owners-committee', { field: 'proposedToOrgId' });
  }
  const { outcome } = input;
  await updateItem(tx, item.id, {
    state: 'CONCLUDED',
    outcome,
    outcome_text: input.text,
    proposed_to_org_id: proposedTo,
    signed_seat_ids: signers,
  });
  const told = await escalationConcluded(tx, item, outcome, input.text);
  if (!told.ok) return told;
  await itemEvent(tx, item, {
    kind: MEETING_EVENTS.itemConcluded,
    from: item.state,
    to: 'CONCLUDED',
    data: { outcome, source: item.source, sourceId: item.source_id, proposedToOrgId: proposedTo },
  });
  return ok();
}
