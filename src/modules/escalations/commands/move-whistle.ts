import { findPersonalData } from '#kernel/personal-data.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { CLIMB_EVENTS } from '#modules/matters/contract.ts';
import { tellClimb } from '#modules/matters/facade.server.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { ENDED } from '../contract.ts';
import type { WhistleInput } from '../forms/escalations.ts';
import { mayWhistle } from '../permissions.ts';
import { whistleLeadsTo } from '../rules/escalation-lifecycle.ts';
import { whistleFacts } from '../rules/whistled.ts';
import { lockEscalation } from '../store/escalations.ts';
import { lockWhistle, updateWhistle, type WhistleRow, whistlesOf } from '../store/whistles.ts';
import { type Known, knownEscalations } from './known-escalation.ts';
import { noteOnly } from './save-step.ts';
import { sendWhistle } from './send-whistle.ts';

/**
 * What becomes of a whistle: the organisation says that it has heard, and what it does; the street passes it on, or
 * presses whoever does not answer; the general branch takes it back.
 *
 * @returns refusals: not there, not theirs, seen by somebody else first, not possible now, a phone or the like in what
 *   the reporter reads, and those of a new whistle.
 * @source domain brief §3.8 (吹哨报到), §4.2 (street ladder)
 */
export async function moveWhistle(tx: Tx, input: WhistleInput): Promise<Result<void>> {
  const whistle = await lockWhistle(tx, input.whistleId);
  const row = whistle && (await lockEscalation(tx, whistle.escalation_id));
  const known = row && (await knownEscalations(tx, [row]))[0];
  if (!whistle || !known) return refuse('escalations.not-found');
  const org = (await organisationsByIds(tx, [whistle.org_id])).get(whistle.org_id);
  const facts = whistleFacts(whistle, org?.kind);
  const refusal = mayWhistle(tx.actor, input.step, facts);
  if (refusal) return { ok: false, refusal };
  if (whistle.version !== input.version) return refuse('escalations.changed-meanwhile');
  const to = whistleLeadsTo(input.step, facts);
  if (to === null || ENDED.includes(row.state)) return refuse('escalations.not-in-this-state');
  if ('text' in input && findPersonalData(input.text).length > 0)
    return refuse('escalations.holds-personal-data', { field: 'text', source: 'DOMAIN §3.12' });
  const done = await beside(tx, known, whistle, input);
  if (!done.ok) return done;
  await updateWhistle(tx, whistle.id, {
    ...done.value,
    state: to,
    ...(to === 'SENT' || to === 'ACKNOWLEDGED' ? {} : { next_rung_at: null }),
  });
  await noteOnly(tx, row, {
    kind: `escalations.${input.step}`,
    reason: 'text' in input ? input.text : null,
    data: { whistleId: whistle.id, orgId: whistle.org_id, whistle: to },
  });
  return ok();
}

type Patch = Parameters<typeof updateWhistle>[2];

async function beside(
  tx: Tx,
  known: Known,
  whistle: WhistleRow,
  input: WhistleInput,
): Promise<Result<Patch>> {
  const orgId = whistle.org_id;
  const matterId = known.row.matter_id;
  switch (input.step) {
    case 'acknowledge-whistle':
      await tellClimb(tx, matterId, CLIMB_EVENTS.acknowledged, { orgId });
      return ok({ acknowledged_at: tx.now });
    case 'answer-whistle':
      await tellClimb(tx, matterId, CLIMB_EVENTS.answered, { orgId, text: input.text });
      return ok({
        answer: input.text,
        answered_at: tx.now,
        acknowledged_at: whistle.acknowledged_at ?? tx.now,
      });
    case 'pass-whistle-on': {
      const others = await whistlesOf(tx, [known.row.id]);
      const sent = await sendWhistle(tx, known.row, known.matter.level, others, {
        ...input,
        from: whistle.id,
      });
      return sent.ok ? ok({ acknowledged_at: whistle.acknowledged_at ?? tx.now }) : sent;
    }
    case 'press-whistle':
      await tellClimb(tx, matterId, CLIMB_EVENTS.pressed, { orgId });
      return ok({ street_said: input.text, street_said_at: tx.now });
    case 'withdraw-whistle':
      return ok({ answer: input.text });
  }
}
