import type { Tx } from '#platform/db/database.ts';
import { PHONE_INDEX } from '../../../contract.ts';
import {
  compareUnit,
  type KnownUnit,
  type ProposedUnit,
  type UnitChange,
} from '../../../rules/import/compare-unit.ts';
import type { Mapping, RowReason } from '../../../rules/import/fields.ts';
import { PlaceBook, type ResolvedPlace } from '../../../rules/import/place-book.ts';
import { type RejectedDetail, stampOf, type UnitDetail } from '../../../rules/import/row-detail.ts';
import { readUnitRow, type WrittenHolder, type WrittenUnit } from '../../../rules/import/unit-row.ts';
import type { ImportBatch, ImportPlan } from '../../../store/import/batches.ts';
import { allPlaces, removedPlaces, takenUnitCodes } from '../../../store/import/register-facts.ts';
import { type PreviewedRow, rowsByKey, type StagedRow } from '../../../store/import/staging.ts';
import { knownUnits } from './known-units.ts';

type Placed = {
  readonly row: StagedRow;
  readonly unit: WrittenUnit;
  readonly at: ResolvedPlace;
  readonly notes: readonly RowReason[];
};

export type Previewed = { readonly rows: readonly PreviewedRow[]; readonly plan: ImportPlan };

/** Compares some rows of a units sheet with the register, and plans the places that are missing. */
export async function previewUnits(
  tx: Tx,
  batch: ImportBatch,
  staged: readonly StagedRow[],
): Promise<Previewed> {
  const places = await allPlaces(tx);
  const removed = await removedPlaces(tx);
  const book = new PlaceBook(places, planOf(batch), () => tx.newId());
  const rejected: PreviewedRow[] = [];
  const placed: Placed[] = [];
  for (const row of staged) {
    const read = readUnitRow(batch.mapping as Mapping, row.cells);
    if (!read.ok) {
      rejected.push(rejection(row, read.reasons));
      continue;
    }
    const at = book.resolve(read.unit.estate, read.unit, {
      id: batch.settings.estateId,
      name: batch.settings.estateName,
    });
    if (!('key' in at)) rejected.push(rejection(row, [at]));
    else if (removed.has(at.buildingId ?? '') || removed.has(at.stairwellId ?? '')) {
      rejected.push(rejection(row, [{ code: 'place-removed' }]));
    } else placed.push({ row, unit: read.unit, at, notes: read.notes });
  }
  const known = await knownUnits(
    tx,
    placed.map(({ at }) => at),
    batch.settings.fromDay,
  );
  const newCodes = placed.filter(({ at }) => !known.has(at.key)).map(({ at }) => at.code);
  const taken = await takenUnitCodes(tx, newCodes);
  const seen = await rowsByKey(
    tx,
    batch.id,
    placed.map(({ at }) => at.key),
  );
  const told = new Told(book, places);
  const rows = placed.map((one) => {
    const first = seen.get(one.at.key);
    if (first !== undefined) return rejection(one.row, [{ code: 'unit-twice', params: { row: first } }]);
    seen.set(one.at.key, one.row.number);
    const unit = known.get(one.at.key) ?? null;
    if (!unit && taken.has(one.at.code))
      return rejection(one.row, [{ code: 'code-taken', params: { code: one.at.code } }]);
    return compared(tx, batch, one, unit, told);
  });
  return { rows: [...rejected, ...rows].sort((a, b) => a.number - b.number), plan: book.planned };
}

/** The plan kept with the batch; empty before the first rows. */
export function planOf(batch: ImportBatch): ImportPlan {
  const { estates = [], buildings = [], stairwells = [] } = batch.plan as Partial<ImportPlan>;
  return { estates, buildings, stairwells };
}

/** A row that is not taken in. */
export function rejection(row: StagedRow, reasons: readonly RowReason[]): PreviewedRow {
  const detail: RejectedDetail = { reasons, cells: row.cells };
  return { number: row.number, outcome: 'REJECTED', naturalKey: null, detail };
}

/** Names and numbers of places by id, for the preview. */
class Told {
  private readonly estates: ReadonlyMap<string, string>;
  private readonly numbers: ReadonlyMap<string, number>;

  constructor(book: PlaceBook, known: Awaited<ReturnType<typeof allPlaces>>) {
    const estates = [...known.estates, ...book.planned.estates];
    const parts = [
      ...known.buildings,
      ...known.stairwells,
      ...book.planned.buildings,
      ...book.planned.stairwells,
    ];
    this.estates = new Map(estates.map((estate) => [estate.id, estate.name]));
    this.numbers = new Map(parts.map((part) => [part.id, part.number]));
  }

  place(at: ResolvedPlace, room: string): UnitDetail['place'] {
    const number = (id: string | null) => (id === null ? null : (this.numbers.get(id) ?? null));
    return {
      estate: this.estates.get(at.estateId) ?? '',
      building: number(at.buildingId),
      stairwell: number(at.stairwellId),
      room,
    };
  }
}

function compared(
  tx: Tx,
  batch: ImportBatch,
  one: Placed,
  known: KnownUnit | null,
  told: Told,
): PreviewedRow {
  const { unit, at, row } = one;
  const answer = compareUnit(proposedOf(tx, batch, unit), known);
  if (!answer.ok) return rejection(row, [answer.reason]);
  const { change } = answer;
  const naturalKey = at.key;
  if (change.outcome === 'UNCHANGED')
    return { number: row.number, outcome: 'UNCHANGED', naturalKey, detail: null };
  const detail: UnitDetail = {
    place: told.place(at, unit.room),
    ids: { estateId: at.estateId, buildingId: at.buildingId, stairwellId: at.stairwellId, code: at.code },
    kind: unit.kind,
    unitId: known?.unitId ?? null,
    area: change.area,
    areaSource: batch.settings.areaSource,
    ...peopleOf(unit, change),
    notes: one.notes,
    cells: row.cells,
    stamp: stampOf(known),
  };
  return { number: row.number, outcome: change.outcome, naturalKey, detail };
}

function proposedOf(tx: Tx, batch: ImportBatch, unit: WrittenUnit): ProposedUnit {
  const indexed = ({ name, phone, speaks }: WrittenHolder) => ({
    name,
    speaks,
    phoneIndex: phone && tx.vault.index(PHONE_INDEX, phone),
  });
  return {
    kind: unit.kind,
    area: unit.area,
    areaSource: batch.settings.areaSource,
    owners: unit.owners.map(indexed),
    tenants: unit.tenants.map(indexed),
  };
}

function peopleOf(
  unit: WrittenUnit,
  change: UnitChange,
): Pick<UnitDetail, 'begins' | 'ends' | 'phones' | 'names'> {
  const written = (relation: string, at: number) => (relation === 'TENANT' ? unit.tenants : unit.owners)[at]!;
  return {
    begins: change.begins.map(({ name, relation, at, from }) => ({
      name,
      phone: written(relation, at).phone,
      relation,
      speaks: written(relation, at).speaks,
      personId: from?.personId ?? null,
      organisationId: from?.organisationId ?? null,
    })),
    ends: change.ends.map(({ holdingId, name, relation }) => ({ holdingId, name, relation })),
    phones: change.phones.map(({ holder, at, relation }) => ({
      personId: holder.personId!,
      name: holder.name,
      phone: written(relation, at).phone!,
    })),
    names: change.names.map(({ holder, to }) => ({ personId: holder.personId!, from: holder.name, to })),
  };
}
