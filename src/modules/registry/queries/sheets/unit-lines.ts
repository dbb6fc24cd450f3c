import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AreaSource, UnitKind, UnitRelation } from '../../contract.ts';
import { OWNING_RELATIONS } from '../../contract.ts';
import { mayReadRegister } from '../../permissions.ts';
import { covers, dayOf } from '../../rules/day.ts';
import { unitsInOrder } from '../../store/places/units-in-order.ts';
import { unitPeople } from '../people/unit-people.ts';

/** A unit as a line of a spreadsheet, with the people the reader may know of. */
export type UnitLine = {
  readonly code: string;
  readonly estateZh: string;
  readonly estateEn: string;
  readonly building: number | null;
  readonly stairwell: number | null;
  readonly room: string;
  readonly kind: UnitKind;
  /** 0.01 m². */
  readonly area: number;
  readonly areaSource: AreaSource;
  readonly owners: readonly string[];
  readonly others: readonly { readonly name: string; readonly relation: UnitRelation }[];
};

const AT_ONCE = 5_000;

/**
 * Every unit of the register with who holds it today, names as the reader may see them.
 *
 * @returns refusal `registry.not-a-reader`.
 */
export async function unitLines(tx: Tx): Promise<Result<UnitLine[]>> {
  const may = mayReadRegister(tx.actor);
  if (!may.ok) return may;
  const day = dayOf(tx.now);
  const lines: UnitLine[] = [];
  for (let after = ''; ; ) {
    const units = await unitsInOrder(tx, after, AT_ONCE);
    const people = new Map<string, { name: string; relation: UnitRelation }[]>();
    for (const { unitId, name, relation, fromDay, toDay } of await unitPeople(tx, units)) {
      if (name === null || !covers({ fromDay, toDay }, day)) continue;
      const list = people.get(unitId);
      if (list) list.push({ name, relation });
      else people.set(unitId, [{ name, relation }]);
    }
    for (const { id, estateId: _estate, stairwellId: _stairwell, ...unit } of units) {
      const held = people.get(id) ?? [];
      lines.push({
        ...unit,
        kind: unit.kind as UnitKind,
        areaSource: unit.areaSource as AreaSource,
        owners: held.filter((one) => OWNING_RELATIONS.includes(one.relation)).map((one) => one.name),
        others: held.filter((one) => !OWNING_RELATIONS.includes(one.relation)),
      });
    }
    if (units.length < AT_ONCE) return { ok: true, value: lines };
    after = units.at(-1)!.code;
  }
}
