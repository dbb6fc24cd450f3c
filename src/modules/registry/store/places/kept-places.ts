import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { PlaceFields, PlaceKind, PlaceWithin } from '../../contract/places.ts';
import type { AreaSource, CommonPartKind, UnitKind } from '../../contract.ts';

const TABLE: Readonly<Record<PlaceKind, string>> = {
  estate: 'registry.estate',
  area: 'registry.management_area',
  building: 'registry.building',
  stairwell: 'registry.stairwell',
  unit: 'registry.unit',
  part: 'registry.common_part',
};

/** A place as it is kept. */
export type KeptPlace = {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly fields: PlaceFields;
  readonly within: PlaceWithin;
  readonly removed: boolean;
};

type Row = {
  id: string;
  version: number;
  code: string | null;
  estate_id: string | null;
  building_id: string | null;
  stairwell_id: string | null;
  management_area_id: string | null;
  name_zh: string | null;
  name_en: string | null;
  lane_zh: string | null;
  number: number | null;
  room: string | null;
  kind: string | null;
  area: number | null;
  area_source: string | null;
  removed_at: Date | null;
};

/** Columns a table lacks are null in the answer: `to_jsonb` tells those it has. */
async function rowsWhere(tx: Tx, kind: PlaceKind, where: RawBuilder<boolean>, lock: boolean): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.* from ${sql.table(TABLE[kind])} p,
      jsonb_to_record(to_jsonb(p)) as r(id uuid, version int, code text, estate_id uuid, building_id uuid,
        stairwell_id uuid, management_area_id uuid, name_zh text, name_en text, lane_zh text, number int,
        room text, kind text, area int, area_source text, removed_at timestamptz)
    where p.neighborhood_id = ${tx.actor.neighborhoodId} and ${where} ${lock ? sql`for update of p` : sql``}`.execute(
    tx.schema('registry'),
  );
  return rows;
}

/** One place, or null. `lock` keeps it until commit. */
export async function keptPlace(
  tx: Tx,
  kind: PlaceKind,
  id: string,
  lock = false,
): Promise<KeptPlace | null> {
  const [row] = await rowsWhere(tx, kind, sql`p.id = ${id}`, lock);
  return row ? keptOf(kind, row) : null;
}

/** The place with a code, removed or not, or null. Buildings and entrances are looked for in one estate. */
export async function placeWithCode(
  tx: Tx,
  kind: PlaceKind,
  code: string,
  estateId: string,
): Promise<KeptPlace | null> {
  const inEstate = kind === 'building' || kind === 'stairwell' ? sql`p.estate_id = ${estateId}` : sql`true`;
  const [row] = await rowsWhere(tx, kind, sql`p.code = ${code} and ${inEstate}`, true);
  return row ? keptOf(kind, row) : null;
}

function keptOf(kind: PlaceKind, row: Row): KeptPlace {
  return {
    id: row.id,
    version: row.version,
    code: row.code ?? '',
    fields: fieldsOf(kind, row),
    within: {
      estateId: kind === 'estate' ? row.id : (row.estate_id ?? ''),
      buildingId: kind === 'building' ? row.id : row.building_id,
      stairwellId: kind === 'stairwell' ? row.id : row.stairwell_id,
    },
    removed: row.removed_at !== null,
  };
}

function fieldsOf(kind: PlaceKind, row: Row): PlaceFields {
  const names = { nameZh: row.name_zh ?? '', nameEn: row.name_en ?? '' };
  switch (kind) {
    case 'estate':
      return { kind, code: row.code ?? '', laneZh: row.lane_zh ?? '', ...names };
    case 'area':
      return { kind, nameZh: names.nameZh };
    case 'building':
      return { kind, number: row.number ?? 0, managementAreaId: row.management_area_id ?? '' };
    case 'stairwell':
      return { kind, number: row.number ?? 0 };
    case 'unit':
      return {
        kind,
        room: row.room ?? '',
        unitKind: row.kind as UnitKind,
        area: row.area ?? 0,
        areaSource: row.area_source as AreaSource,
      };
    case 'part':
      return { kind, partKind: row.kind as CommonPartKind, area: row.area, ...names };
  }
}

/** The columns of what is written about a place. */
export function columnsOf(fields: PlaceFields): Record<string, unknown> {
  switch (fields.kind) {
    case 'estate':
      return { name_zh: fields.nameZh, name_en: fields.nameEn, lane_zh: fields.laneZh, code: fields.code };
    case 'area':
      return { name_zh: fields.nameZh };
    case 'building':
      return { number: fields.number, management_area_id: fields.managementAreaId };
    case 'stairwell':
      return { number: fields.number };
    case 'unit':
      return { room: fields.room, kind: fields.unitKind, area: fields.area, area_source: fields.areaSource };
    case 'part':
      return { name_zh: fields.nameZh, name_en: fields.nameEn, kind: fields.partKind, area: fields.area };
  }
}

export async function insertPlace(tx: Tx, kind: PlaceKind, columns: Record<string, unknown>): Promise<void> {
  const all = { neighborhood_id: tx.actor.neighborhoodId, ...columns };
  await sql`insert into ${sql.table(TABLE[kind])} (${sql.join(Object.keys(all).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(all))})`.execute(tx.schema('registry'));
}

/** Writes columns of a place and counts its version up. */
export async function updatePlace(
  tx: Tx,
  kind: PlaceKind,
  id: string,
  columns: Record<string, unknown>,
): Promise<void> {
  const sets = Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update ${sql.table(TABLE[kind])} set ${sql.join(sets)}, version = version + 1
    where neighborhood_id = ${tx.actor.neighborhoodId} and id = ${id}`.execute(tx.schema('registry'));
}

/** What may hang on a place, and where it is kept. */
const HANGS: Readonly<
  Record<PlaceKind, readonly (readonly [what: string, table: string, column: string])[]>
> = {
  estate: [
    ['building', 'registry.building', 'estate_id'],
    ['unit', 'registry.unit', 'estate_id'],
    ['part', 'registry.common_part', 'estate_id'],
    ['organisation', 'registry.organisation_estate', 'estate_id'],
  ],
  area: [['building', 'registry.building', 'management_area_id']],
  building: [
    ['stairwell', 'registry.stairwell', 'building_id'],
    ['unit', 'registry.unit', 'building_id'],
    ['part', 'registry.common_part', 'building_id'],
  ],
  stairwell: [
    ['unit', 'registry.unit', 'stairwell_id'],
    ['part', 'registry.common_part', 'stairwell_id'],
    ['post', 'registry.post', 'stairwell_id'],
  ],
  unit: [['holder', 'registry.unit_holder', 'unit_id']],
  part: [],
};

const REMOVABLE = new Set(['building', 'stairwell', 'unit', 'part']);

export type Hanging = { readonly what: string; readonly n: number };

/** What hangs on a place today, counted; nothing when it may be removed. */
export async function hangingOn(tx: Tx, kind: PlaceKind, id: string, day: string): Promise<Hanging[]> {
  const found: Hanging[] = [];
  for (const [what, table, column] of HANGS[kind]) {
    const still = REMOVABLE.has(what)
      ? sql`and removed_at is null`
      : what === 'holder'
        ? sql`and (to_day is null or to_day >= ${day})`
        : sql``;
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
      where neighborhood_id = ${tx.actor.neighborhoodId} and ${sql.ref(column)} = ${id} ${still}`.execute(
      tx.schema('registry'),
    );
    const n = rows[0]?.n ?? 0;
    if (n > 0) found.push({ what, n });
  }
  return found;
}
