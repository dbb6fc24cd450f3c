import { DECISION_EVENTS, type DecisionNews } from '#modules/matters/contract.ts';
import { RESOLUTION_EVENTS } from '#modules/resolutions/contract.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HeardEvent } from '#platform/outbox/subscription.ts';
import { escalationLeadsTo } from '../../rules/escalation-lifecycle.ts';
import { decisionsByCode, endDecision } from '../../store/chain.ts';
import { type DecisionRow, lockEscalation, lockOpenOf } from '../../store/escalations.ts';
import { knownEscalations } from '../known-escalation.ts';
import { escalationDecided } from '../on-agenda.ts';
import { saveStep } from '../save-step.ts';

/** News of resolutions that concern what climbed. */
export const RESOLUTION_NEWS: readonly string[] = [
  DECISION_EVENTS.made,
  DECISION_EVENTS.ended,
  DECISION_EVENTS.undone,
  RESOLUTION_EVENTS.fulfilled,
];

/**
 * A resolution came from the matter, was fulfilled, fell, or came undone: the escalation follows.
 *
 * @source domain brief §4.2 (DECIDED → TRACKING → RESOLVED), §4.4 (reopen as regression)
 */
export async function hearResolution(
  tx: Tx,
  event: Pick<HeardEvent, 'kind' | 'subjectId' | 'data'>,
): Promise<void> {
  if (event.kind === RESOLUTION_EVENTS.fulfilled) {
    const { code } = event.data as { readonly code: string };
    for (const decision of await decisionsByCode(tx, code)) await fulfilled(tx, decision);
    return;
  }
  const { decision: code, text } = event.data as DecisionNews;
  if (event.kind === DECISION_EVENTS.made) {
    const open = await lockOpenOf(tx, event.subjectId);
    // A resolution always has actions; which ones, it says itself.
    if (open) await escalationDecided(tx, { escalationId: open.id, text, code, actionIds: [code] });
    return;
  }
  for (const decision of await decisionsByCode(tx, code))
    await (event.kind === DECISION_EVENTS.ended ? fell(tx, decision, text) : undone(tx, decision));
}

/** Facts as they are after this decision was ended or opened again. */
async function known(tx: Tx, { escalation_id }: DecisionRow) {
  const row = await lockEscalation(tx, escalation_id);
  return row && (await knownEscalations(tx, [row]))[0];
}

async function fulfilled(tx: Tx, decision: DecisionRow): Promise<void> {
  await endDecision(tx, decision.id, tx.now);
  const now = await known(tx, decision);
  const to = now && escalationLeadsTo('fulfilled', now.facts);
  if (now && to) await saveStep(tx, now.row, 'fulfilled', to, { data: { code: decision.code } });
}

/** What was decided no longer stands: the general branch looks at it anew. */
async function fell(tx: Tx, decision: DecisionRow, because: string): Promise<void> {
  await endDecision(tx, decision.id, tx.now);
  const now = await known(tx, decision);
  const to = now && escalationLeadsTo('decision-fell', now.facts);
  if (now && to)
    await saveStep(tx, now.row, 'decision-fell', to, { reason: because, data: { code: decision.code } });
}

async function undone(tx: Tx, decision: DecisionRow): Promise<void> {
  const now = await known(tx, decision);
  const to = now && escalationLeadsTo('undone', now.facts);
  // Another escalation of the same matter may have begun meanwhile: that one goes on.
  if (!now || !to || (await lockOpenOf(tx, now.row.matter_id))) return;
  await endDecision(tx, decision.id, null);
  await saveStep(tx, now.row, 'undone', to, { data: { code: decision.code } });
}
