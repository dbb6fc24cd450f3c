import { addDays } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { PHONE_INDEX, PHONE_TAIL_INDEX } from '../../../contract.ts';
import { nameKey } from '../../../rules/import/cells.ts';
import { stampOf, type UnitDetail } from '../../../rules/import/row-detail.ts';
import type { ImportBatch } from '../../../store/import/batches.ts';
import {
  type AreaChange,
  type BulkHolding,
  type BulkPerson,
  deleteRows,
  insertHoldingsBulk,
  insertPeopleBulk,
  insertUnitsBulk,
  type LastDay,
  type NewUnit,
  storedAreas,
  storedHoldings,
  storedPeople,
  updateAreas,
  updateLastDays,
  updatePeople,
} from '../../../store/import/register-bulk.ts';
import { peopleByPhones } from '../../../store/import/register-facts.ts';
import { type OpenedRow, rejectRow } from '../../../store/import/staging.ts';
import { knownUnits } from './known-units.ts';

/** A person's name and phone; the phone readable, because what is kept of a step is encrypted as a whole. */
export type NamedPhone = { readonly id: string; readonly name: string; readonly phone: string | null };

/** What a step did, enough to take it back and to see whether somebody has changed it since. */
export type UnitsEffect = {
  readonly kind: 'UNITS';
  readonly units: readonly string[];
  readonly people: readonly string[];
  readonly holdings: readonly string[];
  readonly areas: readonly { readonly before: AreaChange; readonly after: number }[];
  readonly persons: readonly { readonly before: NamedPhone; readonly after: NamedPhone }[];
  readonly ended: readonly { readonly before: LastDay; readonly after: string }[];
  readonly removed: readonly BulkHolding[];
};

type Row = { readonly number: number; readonly detail: UnitDetail; readonly unitId: string };

/** Writes some previewed rows into the register. A row whose unit has changed since the preview is rejected. */
export async function commitUnits(
  tx: Tx,
  batch: ImportBatch,
  opened: readonly OpenedRow[],
): Promise<{ effect: UnitsEffect; rejected: number }> {
  const rows = await stillSame(tx, batch, opened);
  const fresh = rows.filter(({ detail }) => detail.unitId === null);
  const units = fresh.map(({ detail, unitId }) => newUnit(detail, unitId));
  await insertUnitsBulk(tx, units);
  const areas = await changeAreas(tx, rows);
  const persons = await changePeople(tx, rows);
  const { ended, removed } = await endHoldings(tx, rows, batch.settings.fromDay);
  const { people, holdings } = await beginHoldings(tx, rows, batch.settings.fromDay);
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const effect = {
    units: ids(units),
    people: ids(people),
    holdings: ids(holdings),
    areas,
    persons,
    ended,
    removed,
  };
  return { effect: { kind: 'UNITS', ...effect }, rejected: opened.length - rows.length };
}

async function stillSame(tx: Tx, batch: ImportBatch, opened: readonly OpenedRow[]): Promise<Row[]> {
  const details = opened.map(({ number, detail }) => ({ number, detail: detail as UnitDetail }));
  const known = await knownUnits(
    tx,
    details.map(({ detail }) => detail.ids),
    batch.settings.fromDay,
  );
  const byUnit = new Map([...known.values()].map((unit) => [unit.unitId, unit]));
  const byKey = (detail: UnitDetail) => {
    const { estateId, buildingId, stairwellId } = detail.ids;
    const kind = detail.kind === 'DWELLING' ? '' : detail.kind;
    return (
      known.get([estateId, buildingId ?? '', stairwellId ?? '', kind, detail.place.room].join('/')) ?? null
    );
  };
  const rows: Row[] = [];
  for (const { number, detail } of details) {
    const now = detail.unitId === null ? byKey(detail) : (byUnit.get(detail.unitId) ?? null);
    if (stampOf(now) === detail.stamp) rows.push({ number, detail, unitId: detail.unitId ?? tx.newId() });
    else
      await rejectRow(tx, batch.id, number, {
        reasons: [{ code: 'changed-meanwhile' }],
        cells: detail.cells,
      });
  }
  return rows;
}

function newUnit(detail: UnitDetail, id: string): NewUnit {
  const { estateId, buildingId, stairwellId, code } = detail.ids;
  return {
    id,
    estate_id: estateId,
    building_id: buildingId,
    stairwell_id: stairwellId,
    code,
    room: detail.place.room,
    kind: detail.kind,
    area: detail.area!.to,
    area_source: detail.areaSource,
  };
}

async function changeAreas(tx: Tx, rows: readonly Row[]): Promise<UnitsEffect['areas']> {
  const changed = rows.filter(({ detail }) => detail.unitId !== null && detail.area);
  const before = await storedAreas(
    tx,
    changed.map(({ unitId }) => unitId),
  );
  await updateAreas(
    tx,
    changed.map(({ unitId, detail }) => ({
      id: unitId,
      area: detail.area!.to,
      area_source: detail.areaSource,
    })),
  );
  return changed.map(({ unitId, detail }) => ({ before: before.get(unitId)!, after: detail.area!.to }));
}

async function changePeople(tx: Tx, rows: readonly Row[]): Promise<UnitsEffect['persons']> {
  const phones = new Map(
    rows.flatMap(({ detail }) => detail.phones.map((one) => [one.personId, one.phone] as const)),
  );
  const names = new Map(
    rows.flatMap(({ detail }) => detail.names.map((one) => [one.personId, one.to] as const)),
  );
  const stored = await storedPeople(tx, [...new Set([...phones.keys(), ...names.keys()])]);
  const changes = stored.map((person) => {
    const before = { id: person.id, name: person.name, phone: phoneOf(tx, person) };
    const after = {
      ...before,
      name: names.get(person.id) ?? before.name,
      phone: phones.get(person.id) ?? before.phone,
    };
    return { before, after };
  });
  await updatePeople(
    tx,
    changes.map(({ after }) => sealedPerson(tx, after)),
  );
  return changes;
}

/** The phone of a stored person, readable; for comparing and keeping, never shown. */
export function phoneOf(tx: Tx, person: BulkPerson): string | null {
  return person.phone_cipher === null ? null : tx.vault.decrypt(person.phone_cipher);
}

/** A person as stored. */
export function sealedPerson(tx: Tx, { id, name, phone }: NamedPhone): BulkPerson {
  return { id, name, ...(phone ? sealed(tx, phone) : NO_PHONE) };
}

/** Ends holdings the day before; what began on that day or later never was, and is removed. */
async function endHoldings(tx: Tx, rows: readonly Row[], fromDay: string) {
  const stored = await storedHoldings(
    tx,
    rows.flatMap(({ detail }) => detail.ends.map((one) => one.holdingId)),
  );
  const removed = stored.filter((holding) => holding.from_day >= fromDay);
  const lastDay = addDays(fromDay, -1);
  const ended = stored.filter((holding) => holding.from_day < fromDay);
  await updateLastDays(
    tx,
    ended.map(({ id, relation }) => ({
      id,
      to_day: lastDay,
      ended_because: relation === 'TENANT' ? 'MOVED_OUT' : 'SOLD',
    })),
  );
  await deleteRows(
    tx,
    'unit_holder',
    removed.map(({ id }) => id),
  );
  return {
    removed,
    ended: ended.map(({ id, to_day, ended_because }) => ({
      before: { id, to_day, ended_because },
      after: lastDay,
    })),
  };
}

async function beginHoldings(tx: Tx, rows: readonly Row[], fromDay: string) {
  const people: BulkPerson[] = [];
  const holdings: BulkHolding[] = [];
  const find = await personFinder(tx, rows, people);
  for (const { detail, unitId } of rows) {
    for (const one of detail.begins) {
      holdings.push({
        id: tx.newId(),
        unit_id: unitId,
        person_id: one.organisationId ? null : (one.personId ?? find(one.name, one.phone)),
        organisation_id: one.organisationId,
        relation: one.relation,
        is_representative: one.speaks && one.relation === 'CO_OWNER',
        from_day: fromDay,
        to_day: null,
        share_numerator: null,
        share_denominator: null,
        ended_because: null,
      });
    }
  }
  await insertPeopleBulk(tx, people);
  await insertHoldingsBulk(tx, holdings);
  return { people, holdings };
}

/** Who a name with a phone is: the person the register knows by both, or somebody new, added to `people`. */
async function personFinder(tx: Tx, rows: readonly Row[], people: BulkPerson[]) {
  const indexes = new Map<string, string>();
  for (const { phone } of rows.flatMap(({ detail }) => detail.begins)) {
    if (phone && !indexes.has(phone)) indexes.set(phone, tx.vault.index(PHONE_INDEX, phone));
  }
  const known = new Map<string, string>();
  for (const { id, name, phoneIndex } of await peopleByPhones(tx, [...indexes.values()])) {
    const key = `${phoneIndex} ${nameKey(name)}`;
    if (!known.has(key)) known.set(key, id);
  }
  return (name: string, phone: string | null): string => {
    const key = phone ? `${indexes.get(phone)} ${nameKey(name)}` : null;
    const found = key ? known.get(key) : undefined;
    if (found) return found;
    const id = tx.newId();
    people.push(sealedPerson(tx, { id, name, phone }));
    if (key) known.set(key, id);
    return id;
  };
}

const NO_PHONE = { phone_cipher: null, phone_index: null, phone_tail_index: null };

function sealed(tx: Tx, phone: string): Omit<BulkPerson, 'id' | 'name'> {
  return {
    phone_cipher: tx.vault.encrypt(phone),
    phone_index: tx.vault.index(PHONE_INDEX, phone),
    phone_tail_index: tx.vault.index(PHONE_TAIL_INDEX, phone.slice(-4)),
  };
}
