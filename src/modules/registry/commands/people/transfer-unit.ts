import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Day, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { isDay } from '../../rules/day.ts';
import { dayBefore, owns } from '../../rules/people/holdings.ts';
import { holdingsOfUnits, lockUnit, setHoldingEnd } from '../../store/people/households.ts';
import { holdUnits, type NewHolding } from './hold-unit.ts';

export type TransferUnit = {
  readonly unitId: string;
  /** The first day of the new owners; the old ones end the day before. */
  readonly day: Day;
  readonly buyers: readonly Pick<NewHolding, 'personId' | 'organisationId' | 'share' | 'isRepresentative'>[];
};

/**
 * A sale: the old owners' rows end, the new ones' begin, in one transaction. Tenants stay (买卖不破租赁, Civil
 * Code art. 725); the family of the old owners is left for the clerk to end, who knows whether they moved.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.unit-unknown`, `registry.day-unreadable`,
 *   `registry.nobody-buys`, `registry.sold-before-bought` and those of `holdUnits`.
 */
export async function transferUnit(tx: Tx, given: TransferUnit): Promise<Result<string[]>> {
  const may = mayKeep(tx.actor, 'transfer-unit');
  if (!may.ok) return may;
  if (!isDay(given.day)) return refuse('registry.day-unreadable', { field: 'day' });
  if (given.buyers.length === 0) return refuse('registry.nobody-buys', { field: 'personId' });
  if (!isUuid(given.unitId) || !(await lockUnit(tx, given.unitId))) {
    return refuse('registry.unit-unknown', { field: 'unitId' });
  }
  const owners = (await holdingsOfUnits(tx, [given.unitId])).filter(
    (one) => owns(one.relation) && (one.toDay === null || one.toDay >= given.day),
  );
  const later = owners.find((one) => one.fromDay >= given.day);
  if (later) return refuse('registry.sold-before-bought', { field: 'day', params: { day: later.fromDay } });
  for (const owner of owners) await setHoldingEnd(tx, owner.id, dayBefore(given.day), 'SOLD');
  const relation = given.buyers.length > 1 ? 'CO_OWNER' : 'OWNER';
  const held = await holdUnits(
    tx,
    given.buyers.map((buyer) => ({ ...buyer, unitId: given.unitId, relation, fromDay: given.day })),
  );
  if (!held.ok) return held;
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.unit,
    subjectId: given.unitId,
    kind: REGISTRY_EVENTS.unitTransferred,
    data: { day: given.day, ended: owners.map((one) => one.id), begun: held.value },
  });
  return ok(held.value);
}
