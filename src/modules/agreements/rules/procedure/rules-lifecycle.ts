/** The life of a version of the rules of procedure (domain brief §4.5), as data. Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays } from '#kernel/work-calendar.ts';
import {
  RULE_PARAMETER_NAMES,
  RULE_PARAMETERS,
  type RuleParameters,
  type RulesAction,
  type RulesStanding,
  type RulesState,
} from '../../contract/rules-of-procedure.ts';

/** `draft-rules` on a version that is consulted on takes it back to a draft: another text is consulted on anew. */
export const RULES_TRANSITIONS: readonly {
  readonly action: RulesAction;
  readonly from: readonly RulesState[];
  readonly to: RulesState;
}[] = [
  { action: 'draft-rules', from: ['DRAFT', 'CONSULTING'], to: 'DRAFT' },
  { action: 'consult-rules', from: ['DRAFT'], to: 'CONSULTING' },
  { action: 'adopt-rules', from: ['CONSULTING'], to: 'ADOPTED' },
  { action: 'withdraw-rules', from: ['DRAFT', 'CONSULTING'], to: 'WITHDRAWN' },
];

/** Where an action leads from a state, or null when it is not possible there. */
export function rulesStep(action: RulesAction, from: RulesState): RulesState | null {
  const step = RULES_TRANSITIONS.find((one) => one.action === action);
  return step?.from.includes(from) ? step.to : null;
}

/** Fewest days everybody has to say something to a draft, the first and the last one counted (§4.5: at least 7). */
export const FEWEST_CONSULTATION_DAYS = 7;

/** Whether a consultation may last from a day to another, both `2026-01-01`. */
export function consultationFits(from: string, until: string): Result<void> {
  if (until < addDays(from, FEWEST_CONSULTATION_DAYS - 1))
    return refuse('agreements.consultation-too-short', {
      field: 'until',
      params: { days: FEWEST_CONSULTATION_DAYS, day: addDays(from, FEWEST_CONSULTATION_DAYS - 1) },
      source: 'DOMAIN §4.5',
    });
  return ok();
}

/** Whether a version consulted on until a day may be adopted today and hold from another day on. */
export function adoptionFits(today: string, consultedUntil: string, effectiveFrom: string): Result<void> {
  if (today <= consultedUntil)
    return refuse('agreements.still-consulting', { params: { day: consultedUntil }, source: 'DOMAIN §4.5' });
  if (effectiveFrom < today)
    return refuse('agreements.not-backwards', { field: 'effectiveFrom', source: 'DOMAIN §4.5' });
  return ok();
}

/** Whether the numbers are there, within sense, and each with its clause. */
export function parametersFit(parameters: RuleParameters): Result<void> {
  for (const name of RULE_PARAMETER_NAMES) {
    const { value, clause } = parameters[name];
    const { least, most } = RULE_PARAMETERS[name];
    if (!Number.isInteger(value) || value < least || value > most)
      return refuse('agreements.number-out-of-range', { field: name, params: { least, most } });
    if (clause.trim() === '') return refuse('agreements.clause-missing', { field: `${name}Clause` });
  }
  if (parameters.quorumPart.value > parameters.quorumWhole.value)
    return refuse('agreements.quorum-over-whole', { field: 'quorumPart' });
  return ok();
}

type Version = { readonly state: RulesState; readonly effectiveFrom: string | null };

/** The adopted version that holds on a day: the one that came into force last until then; undefined when none did. */
export function inForceOn<V extends Version>(versions: readonly V[], day: string): V | undefined {
  return versions
    .filter(({ state, effectiveFrom }) => state === 'ADOPTED' && (effectiveFrom ?? '9') <= day)
    .sort((a, b) => ((a.effectiveFrom ?? '') < (b.effectiveFrom ?? '') ? 1 : -1))[0];
}

/** How a version stands among the others on a day. */
export function standingOn<V extends Version>(version: V, all: readonly V[], day: string): RulesStanding {
  if (version.state !== 'ADOPTED') return version.state;
  if ((version.effectiveFrom ?? '9') > day) return 'ADOPTED';
  return inForceOn(all, day) === version ? 'EFFECTIVE' : 'SUPERSEDED';
}
