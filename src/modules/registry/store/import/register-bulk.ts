import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { Day } from '../../contract.ts';
import type { ImportPlan } from './batches.ts';

// Thousands of rows in one statement: the rows go as one JSON value, whatever their number.

export type NewUnit = {
  readonly id: string;
  readonly estate_id: string;
  readonly building_id: string | null;
  readonly stairwell_id: string | null;
  readonly code: string;
  readonly room: string;
  readonly kind: string;
  readonly area: number;
  readonly area_source: string;
};
export type BulkPerson = {
  readonly id: string;
  readonly name: string;
  readonly phone_cipher: string | null;
  readonly phone_index: string | null;
  readonly phone_tail_index: string | null;
};
export type BulkHolding = {
  readonly id: string;
  readonly unit_id: string;
  readonly person_id: string | null;
  readonly organisation_id: string | null;
  readonly relation: string;
  readonly is_representative: boolean;
  readonly from_day: Day;
  readonly to_day: Day | null;
  readonly share_numerator: number | null;
  readonly share_denominator: number | null;
  readonly ended_because: string | null;
};

/** The places of a plan, with a management area for each estate (one to an estate unless changed later). */
export async function insertPlaces(
  tx: Tx,
  plan: ImportPlan,
  firstPosition: number,
): Promise<{ areas: string[] }> {
  const db = tx.schema('registry');
  const neighborhood_id = tx.actor.neighborhoodId;
  const areas = new Map<string, string>();
  for (const [at, estate] of plan.estates.entries()) {
    areas.set(estate.id, tx.newId());
    await db
      .insertInto('registry.estate')
      .values({
        neighborhood_id,
        id: estate.id,
        code: estate.code,
        name_zh: estate.name,
        name_en: estate.name,
        lane_zh: estate.lane,
        position: firstPosition + at,
      })
      .execute();
    await db
      .insertInto('registry.management_area')
      .values({ neighborhood_id, id: areas.get(estate.id)!, estate_id: estate.id, name_zh: estate.name })
      .execute();
  }
  await sql`insert into registry.building (neighborhood_id, id, estate_id, management_area_id, code, number)
    select ${neighborhood_id}::uuid, r.id, r."estateId",
           (select m.id from registry.management_area m
             where m.neighborhood_id = ${neighborhood_id}::uuid and m.estate_id = r."estateId" order by m.id limit 1),
           r.code, r.number
      from jsonb_to_recordset(${JSON.stringify(plan.buildings)}::jsonb)
        as r(id uuid, "estateId" uuid, code text, number integer)`.execute(db);
  await sql`insert into registry.stairwell (neighborhood_id, id, building_id, estate_id, code, number)
    select ${neighborhood_id}::uuid, r.id, r."buildingId", r."estateId", r.code, r.number
      from jsonb_to_recordset(${JSON.stringify(plan.stairwells)}::jsonb)
        as r(id uuid, "buildingId" uuid, "estateId" uuid, code text, number integer)`.execute(db);
  return { areas: [...areas.values()] };
}

export async function insertUnitsBulk(tx: Tx, rows: readonly NewUnit[]): Promise<void> {
  await sql`insert into registry.unit
      (neighborhood_id, id, estate_id, building_id, stairwell_id, code, room, kind, area, area_source)
    select ${tx.actor.neighborhoodId}::uuid, r.id, r.estate_id, r.building_id, r.stairwell_id, r.code, r.room, r.kind,
           r.area, r.area_source
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, estate_id uuid, building_id uuid,
        stairwell_id uuid, code text, room text, kind text, area integer, area_source text)`.execute(
    tx.schema('registry'),
  );
}

export async function insertPeopleBulk(tx: Tx, rows: readonly BulkPerson[]): Promise<void> {
  await sql`insert into registry.person
      (neighborhood_id, id, name, phone_cipher, phone_index, phone_tail_index)
    select ${tx.actor.neighborhoodId}::uuid, r.id, r.name, r.phone_cipher, r.phone_index, r.phone_tail_index
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, name text, phone_cipher text, phone_index text, phone_tail_index text)`.execute(
    tx.schema('registry'),
  );
}

export async function insertHoldingsBulk(tx: Tx, rows: readonly BulkHolding[]): Promise<void> {
  await sql`insert into registry.unit_holder
      (neighborhood_id, id, unit_id, person_id, organisation_id, relation, is_representative, from_day, to_day,
       share_numerator, share_denominator, ended_because)
    select ${tx.actor.neighborhoodId}::uuid, r.id, r.unit_id, r.person_id, r.organisation_id, r.relation,
           r.is_representative, r.from_day, r.to_day, r.share_numerator, r.share_denominator, r.ended_because
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, unit_id uuid, person_id uuid,
        organisation_id uuid, relation text, is_representative boolean, from_day date, to_day date,
        share_numerator integer, share_denominator integer, ended_because text)`.execute(
    tx.schema('registry'),
  );
}

export type AreaChange = { readonly id: string; readonly area: number; readonly area_source: string };

/** Sets the area of units. */
export async function updateAreas(tx: Tx, rows: readonly AreaChange[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update registry.unit u set area = r.area, area_source = r.area_source, version = u.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, area integer, area_source text)
     where u.neighborhood_id = ${tx.actor.neighborhoodId}::uuid and u.id = r.id`.execute(
    tx.schema('registry'),
  );
}

/** Areas of units with their source, by id. */
export async function storedAreas(tx: Tx, ids: readonly string[]): Promise<Map<string, AreaChange>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.unit')
    .select(['id', 'area', 'area_source'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Sets names and phones of people. */
export async function updatePeople(tx: Tx, rows: readonly BulkPerson[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update registry.person p
       set version = p.version + 1, name = r.name, phone_cipher = r.phone_cipher, phone_index = r.phone_index, phone_tail_index = r.phone_tail_index
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id uuid, name text, phone_cipher text, phone_index text, phone_tail_index text)
     where p.neighborhood_id = ${tx.actor.neighborhoodId}::uuid and p.id = r.id`.execute(
    tx.schema('registry'),
  );
}

/** People whole, with what is kept of their phones. */
export async function storedPeople(tx: Tx, ids: readonly string[]): Promise<BulkPerson[]> {
  if (ids.length === 0) return [];
  return tx
    .schema('registry')
    .selectFrom('registry.person')
    .select(['id', 'name', 'phone_cipher', 'phone_index', 'phone_tail_index'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Holdings whole. */
export async function storedHoldings(tx: Tx, ids: readonly string[]): Promise<BulkHolding[]> {
  if (ids.length === 0) return [];
  return tx
    .schema('registry')
    .selectFrom('registry.unit_holder')
    .select([
      'id',
      'unit_id',
      'person_id',
      'organisation_id',
      'relation',
      'is_representative',
      'from_day',
      'to_day',
      'share_numerator',
      'share_denominator',
      'ended_because',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute() as Promise<BulkHolding[]>;
}

export type LastDay = {
  readonly id: string;
  readonly to_day: Day | null;
  readonly ended_because: string | null;
};

/** Sets the last day of holdings and why they ended. */
export async function updateLastDays(tx: Tx, rows: readonly LastDay[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update registry.unit_holder h set to_day = r.to_day, ended_because = r.ended_because
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, to_day date, ended_because text)
     where h.neighborhood_id = ${tx.actor.neighborhoodId}::uuid and h.id = r.id`.execute(
    tx.schema('registry'),
  );
}

/** Tables whose rows an undone import removes. */
export type Removable =
  | 'unit_holder'
  | 'unit'
  | 'person'
  | 'stairwell'
  | 'building'
  | 'management_area'
  | 'estate'
  | 'appointment'
  | 'post'
  | 'organisation';

export async function deleteRows(tx: Tx, table: Removable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${sql.table(`registry.${table}`)}
     where neighborhood_id = ${tx.actor.neighborhoodId}::uuid and id = any(${[...ids]}::uuid[])`.execute(
    tx.schema('registry'),
  );
}
