import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Day, REGISTRY_EVENTS, REGISTRY_SUBJECTS, type UnitRelation } from '../../contract.ts';
import { mayHold } from '../../rules/people/holdings.ts';
import {
  holdingsOfUnits,
  insertHolders,
  lockedHolding,
  lockUnit,
  setHolder,
} from '../../store/people/households.ts';
import { lockedPerson, updatePerson } from '../../store/people/people.ts';

/** Somebody who is let into a unit; whether they may be is for the module that lets them in to say. */
export type LetIn = {
  readonly personId: string;
  readonly unitId: string;
  /** Written down when the register has no name for them yet. */
  readonly name: string;
  readonly fromDay: Day;
  /** The entry of the register they are, or how they belong to the unit from now on. */
  readonly as: { readonly holdingId: string } | { readonly relation: UnitRelation };
};

/**
 * Lets a person into a unit: as an entry of the register that had no account, or as somebody new there. Asks
 * no permission of its own; a piece for `access`.
 *
 * @returns refusals `registry.unit-unknown`, `registry.person-unknown`, `registry.holding-unknown`,
 *   `registry.holding-ended` and those of `mayHold`.
 */
export async function letIntoUnit(tx: Tx, given: LetIn): Promise<Result<string>> {
  if (!(await lockUnit(tx, given.unitId))) return refuse('registry.unit-unknown');
  const person = await lockedPerson(tx, given.personId);
  if (!person) return refuse('registry.person-unknown');
  const name = given.name.trim();
  if (person.name === '' && name !== '') await updatePerson(tx, person.id, { name });
  const holding =
    'holdingId' in given.as
      ? await become(tx, given.as.holdingId, given)
      : await begin(tx, given.as.relation, given);
  if (!holding.ok) return holding;
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.unit,
    subjectId: given.unitId,
    kind: REGISTRY_EVENTS.letIntoUnit,
    data: { personId: person.id, holdingId: holding.value, ...given.as },
  });
  return holding;
}

async function become(tx: Tx, holdingId: string, { unitId, personId }: LetIn): Promise<Result<string>> {
  const holding = await lockedHolding(tx, holdingId);
  if (holding?.unitId !== unitId) return refuse('registry.holding-unknown');
  if (holding.toDay !== null) return refuse('registry.holding-ended', { params: { day: holding.toDay } });
  await setHolder(tx, holding.id, personId);
  return ok(holding.id);
}

async function begin(
  tx: Tx,
  relation: UnitRelation,
  { unitId, personId, fromDay }: LetIn,
): Promise<Result<string>> {
  const added = { holderId: personId, relation, share: null, isRepresentative: false, fromDay, toDay: null };
  const others = (await holdingsOfUnits(tx, [unitId])).map((one) => ({
    ...one,
    holderId: one.personId ?? one.organisationId ?? '',
  }));
  const may = mayHold(added, others);
  if (!may.ok) return may;
  const id = tx.newId();
  const row = {
    id,
    unit_id: unitId,
    person_id: personId,
    organisation_id: null,
    relation,
    is_representative: false,
    from_day: fromDay,
    to_day: null,
    share_numerator: null,
    share_denominator: null,
  };
  await insertHolders(tx, [row]);
  return ok(id);
}
