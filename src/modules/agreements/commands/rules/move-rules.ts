import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { contentHash } from '#platform/audit/content-hash.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { RULES_EVENTS, RULES_SUBJECT } from '../../contract/rules-of-procedure.ts';
import type { MoveRules } from '../../forms/rules.ts';
import { mayKeepRules } from '../../permissions.ts';
import {
  adoptionFits,
  consultationFits,
  inForceOn,
  rulesStep,
} from '../../rules/procedure/rules-lifecycle.ts';
import { allRules, lockRules, type RulesRow, updateRules } from '../../store/rules-versions.ts';

const EVENTS = {
  'consult-rules': RULES_EVENTS.consulted,
  'adopt-rules': RULES_EVENTS.adopted,
  'withdraw-rules': RULES_EVENTS.withdrawn,
} as const;

/**
 * Puts a draft before everybody for at least seven days, has it adopted from a day on, or gives it up. What was
 * adopted never changes again: another version follows it.
 *
 * @returns refusals: not the general branch, for adopting not its secretary; not possible in this state; too
 *   short a consultation; before it is over; a day gone by, or one another version begins on; changed meanwhile.
 * @source domain brief §4.5 (RulesOfProcedure)
 */
export async function moveRules(tx: Tx, input: MoveRules): Promise<Result<void>> {
  const may = mayKeepRules(tx.actor, input.step);
  if (!may.ok) return may;
  const row = await lockRules(tx, input.id);
  if (!row) return refuse('agreements.rules-not-found');
  if (row.version !== input.version) return refuse('agreements.changed-meanwhile');
  const to = rulesStep(input.step, row.state);
  if (to === null) return refuse('agreements.rules-step-impossible');
  const patch = await patchOf(tx, row, input);
  if (!patch.ok) return patch;
  await updateRules(tx, row.id, { ...patch.value, state: to });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: RULES_SUBJECT,
    subjectId: row.id,
    kind: EVENTS[input.step],
    from: row.state,
    to,
    data: { label: row.label, ...patch.value },
  });
  return ok();
}

/** What a step writes besides the state. */
async function patchOf(tx: Tx, row: RulesRow, input: MoveRules): Promise<Result<object>> {
  const today = dateKey(tx.now);
  if (input.step === 'withdraw-rules') return ok({});
  if (input.step === 'consult-rules') {
    const fits = consultationFits(today, input.until);
    return fits.ok ? ok({ consulted_from: today, consulted_until: input.until }) : fits;
  }
  const fits = adoptionFits(today, row.consulted_until ?? today, input.effectiveFrom);
  if (!fits.ok) return fits;
  const adopted = (await allRules(tx)).map((one) => ({
    state: one.state,
    effectiveFrom: one.effective_from,
  }));
  const last = inForceOn(adopted, '9999-12-31');
  if (last && (last.effectiveFrom ?? '') >= input.effectiveFrom)
    return refuse('agreements.another-from-then', {
      field: 'effectiveFrom',
      params: { day: last.effectiveFrom ?? '' },
    });
  return ok({
    adopted_on: today,
    adopted_by: input.adoptedBy,
    effective_from: input.effectiveFrom,
    // So that anybody can tell later that it is the same text with the same numbers.
    sealed: contentHash({ label: row.label, body: row.body, parameters: row.parameters }),
  });
}
