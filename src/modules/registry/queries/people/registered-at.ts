import type { Tx } from '#platform/db/database.ts';
import type { UnitRelation } from '../../contract.ts';
import { covers, dayOf } from '../../rules/day.ts';
import { holdingsOfUnits } from '../../store/people/households.ts';
import { contactRows } from '../../store/people/people.ts';

/** Somebody the register names for a unit today; for rules that compare, never for a page. */
export type RegisteredPerson = {
  readonly holdingId: string;
  readonly personId: string;
  readonly name: string;
  readonly relation: UnitRelation;
  /** Blind index of the last four digits, or null when no phone is known. */
  readonly phoneTailIndex: string | null;
};

/** Everybody the register names for a unit today. Empty for a unit that is not there. */
export async function registeredAt(tx: Tx, unitId: string): Promise<RegisteredPerson[]> {
  const day = dayOf(tx.now);
  const holdings = (await holdingsOfUnits(tx, [unitId])).filter((one) => covers(one, day));
  const people = await contactRows(
    tx,
    holdings.map((one) => one.personId).filter((id) => id !== null),
  );
  return holdings.flatMap((one) => {
    const person = people.find((row) => row.id === one.personId);
    if (!person) return [];
    const { id: personId, name, phoneTailIndex } = person;
    return [{ holdingId: one.id, personId, name, relation: one.relation, phoneTailIndex }];
  });
}

/** Blind index of the last four digits of a person's own phone, or null. */
export async function phoneTailIndexOf(tx: Tx, personId: string): Promise<string | null> {
  return (await contactRows(tx, [personId]))[0]?.phoneTailIndex ?? null;
}
