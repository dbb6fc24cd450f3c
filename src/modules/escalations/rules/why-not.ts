/** Why a step of an escalation is not possible now, in words that say what to do first. Pure. */
import type { Actor } from '#kernel/actor.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import { ENDED, ESCALATION_STEPS, type EscalationFacts, type EscalationStep } from '../contract.ts';
import { mayStep } from '../permissions.ts';
import { escalationLeadsTo } from './escalation-lifecycle.ts';

type Known = Pick<EscalationFacts, 'state' | 'flags'>;

/** The refusal of a step that leads nowhere from here (domain brief §4.2). */
export function whyNotNow(step: EscalationStep, { state, flags }: Known): Refusal {
  if (step === 'resolve' && state === 'TRACKING') {
    if (flags.has('procedureOpen'))
      return refuse('escalations.chain-not-at-its-end', { source: 'DOMAIN §4.2' }).refusal;
    if (flags.has('decisionOpen')) return refuse('escalations.resolution-not-fulfilled').refusal;
    return refuse('escalations.whistle-not-answered').refusal;
  }
  if (step === 'resolve' && !ENDED.includes(state)) return refuse('escalations.nothing-decided').refusal;
  if (step === 'record-decision' && (state === 'PROPOSED' || state === 'TRIAGED'))
    return refuse('escalations.way-first').refusal;
  if (step === 'plan-procedures' && flags.has('procedureOpen'))
    return refuse('escalations.chain-not-at-its-end', { source: 'DOMAIN §4.2' }).refusal;
  return refuse('escalations.not-in-this-state', { source: 'DOMAIN §4.2' }).refusal;
}

/** A step the reader may take, but not now. */
export type RefusedStep = { readonly step: EscalationStep; readonly refusal: Refusal };

/** Steps of the reader that have to wait for something one can name; the others are not spoken of. */
export function refusedSteps(actor: Actor, facts: EscalationFacts): RefusedStep[] {
  return ESCALATION_STEPS.flatMap((step) => {
    if (mayStep(actor, step, facts) || escalationLeadsTo(step, facts) !== null) return [];
    const refusal = whyNotNow(step, facts);
    return refusal.code === 'escalations.not-in-this-state' ? [] : [{ step, refusal }];
  });
}
