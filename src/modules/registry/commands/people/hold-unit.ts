import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Share } from '../../contract/holdings.ts';
import { type Day, REGISTRY_EVENTS, REGISTRY_SUBJECTS, type UnitRelation } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { type HoldingFacts, mayHold } from '../../rules/people/holdings.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import {
  holdingsOfUnits,
  insertHolders,
  knownUnitIds,
  lockUnit,
  type NewHolderRow,
} from '../../store/people/households.ts';
import { knownPersonIds } from '../../store/people/people.ts';

export type NewHolding = {
  readonly id?: string;
  readonly unitId: string;
  /** Exactly one of the two. */
  readonly personId?: string | null;
  readonly organisationId?: string | null;
  readonly relation: UnitRelation;
  /** The part of a co-owner. */
  readonly share?: Share | null;
  /** Speaks for the co-owners of the unit. */
  readonly isRepresentative?: boolean;
  readonly fromDay: Day;
  readonly toDay?: Day | null;
};

/**
 * Enters who owns, rents or lives in units. One event for all of them, without names.
 *
 * @returns the ids in the order given; refusals `registry.not-a-keeper`, `registry.holder-unclear`,
 * `registry.unit-unknown`, `registry.person-unknown`, `registry.organisation-unknown` and those of `mayHold`.
 */
export async function holdUnits(tx: Tx, given: readonly NewHolding[]): Promise<Result<string[]>> {
  const may = mayKeep(tx.actor, 'hold-unit');
  if (!may.ok) return may;
  for (const holding of given) {
    const unclear = Boolean(holding.personId) === Boolean(holding.organisationId);
    if (unclear) return refuse('registry.holder-unclear', { field: 'personId' });
  }
  const known = await checkKnown(tx, given);
  if (!known.ok) return known;
  const fits = await checkBeside(tx, given);
  if (!fits.ok) return fits;
  const rows = given.map((holding) => rowOf(tx, holding));
  await insertHolders(tx, rows);
  const first = rows[0];
  if (first) {
    await appendEvent(tx, {
      subjectKind: REGISTRY_SUBJECTS.unit,
      subjectId: first.unit_id,
      kind: REGISTRY_EVENTS.unitHeld,
      data: { holdings: rows.length },
    });
  }
  return { ok: true, value: rows.map((row) => row.id) };
}

/** Enters one holder of a unit. Refusals as {@link holdUnits}. */
export async function holdUnit(tx: Tx, holding: NewHolding): Promise<Result<string>> {
  const held = await holdUnits(tx, [holding]);
  return held.ok ? { ok: true, value: held.value[0]! } : held;
}

async function checkKnown(tx: Tx, given: readonly NewHolding[]): Promise<Result<void>> {
  const units = [...new Set(given.map((holding) => holding.unitId))];
  if ((await knownUnitIds(tx, units)).size < units.length) {
    return refuse('registry.unit-unknown', { field: 'unitId' });
  }
  const people = [...new Set(given.map((holding) => holding.personId ?? '').filter((id) => id !== ''))];
  if ((await knownPersonIds(tx, people)).size < people.length) {
    return refuse('registry.person-unknown', { field: 'personId' });
  }
  const orgs = [...new Set(given.map((holding) => holding.organisationId ?? '').filter((id) => id !== ''))];
  if ((await organisationRows(tx, orgs, given[0]?.fromDay ?? '')).length < orgs.length) {
    return refuse('registry.organisation-unknown', { field: 'organisationId' });
  }
  return { ok: true, value: undefined };
}

/** Each holding beside those its unit has already and those entered with it. */
async function checkBeside(tx: Tx, given: readonly NewHolding[]): Promise<Result<void>> {
  const units = [...new Set(given.map((holding) => holding.unitId))];
  if (units.length === 1) await lockUnit(tx, units[0]!);
  const beside = Map.groupBy(
    (await holdingsOfUnits(tx, units)).map((one) => ({
      ...one,
      holderId: one.personId ?? one.organisationId ?? '',
    })),
    (one) => one.unitId,
  ) as Map<string, HoldingFacts[]>;
  for (const holding of given) {
    const others = beside.get(holding.unitId) ?? [];
    const facts = factsOf(holding);
    const may = mayHold(facts, others);
    if (!may.ok) return may;
    beside.set(holding.unitId, [...others, facts]);
  }
  return { ok: true, value: undefined };
}

function factsOf(holding: NewHolding): HoldingFacts {
  return {
    holderId: holding.personId ?? holding.organisationId ?? '',
    relation: holding.relation,
    share: holding.share ?? null,
    isRepresentative: holding.isRepresentative ?? false,
    fromDay: holding.fromDay,
    toDay: holding.toDay ?? null,
  };
}

function rowOf(tx: Tx, holding: NewHolding): NewHolderRow {
  return {
    id: holding.id ?? tx.newId(),
    unit_id: holding.unitId,
    person_id: holding.personId ?? null,
    organisation_id: holding.organisationId ?? null,
    relation: holding.relation,
    is_representative: holding.isRepresentative ?? false,
    from_day: holding.fromDay,
    to_day: holding.toDay ?? null,
    share_numerator: holding.share?.numerator ?? null,
    share_denominator: holding.share?.denominator ?? null,
  };
}
