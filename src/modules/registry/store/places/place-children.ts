import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { PlaceKind } from '../../contract/places.ts';

/** A place in the list of the place it lies in. */
export type ChildRow = {
  readonly id: string;
  readonly code: string;
  /** Number, room or name, as far as the kind has one. */
  readonly number: number | null;
  readonly room: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly kind: string | null;
  readonly area: number | null;
  /** How many entrances or units lie in it; null where nothing is counted. */
  readonly inside: number | null;
  /** The key of the order, for the next page. */
  readonly sort: string;
};

const own = sql`c.neighborhood_id`;
const units = (column: string) =>
  sql`(select count(*)::int from registry.unit u where u.neighborhood_id = ${own}
    and ${sql.ref(`u.${column}`)} = c.id and u.removed_at is null)`;

type Listing = {
  readonly from: RawBuilder<unknown>;
  readonly columns: RawBuilder<unknown>;
  readonly sort: RawBuilder<unknown>;
};

const none = sql`null`;

const LISTINGS: Readonly<Partial<Record<PlaceKind, Listing>>> = {
  area: {
    from: sql`registry.management_area c`,
    columns: sql`'' as code, ${none}::int as number, ${none} as room, c.name_zh as "nameZh", c.name_zh as "nameEn", ${none} as kind,
      ${none}::int as area, ${none}::int as inside`,
    sort: sql`c.id::text`,
  },
  building: {
    from: sql`registry.building c`,
    columns: sql`c.code, c.number, ${none} as room, ${none} as "nameZh", ${none} as "nameEn", ${none} as kind, ${none}::int as area,
      ${units('building_id')} as inside`,
    sort: sql`lpad(c.number::text, 6, '0')`,
  },
  stairwell: {
    from: sql`registry.stairwell c`,
    columns: sql`c.code, c.number, ${none} as room, ${none} as "nameZh", ${none} as "nameEn", ${none} as kind, ${none}::int as area,
      ${units('stairwell_id')} as inside`,
    sort: sql`lpad(c.number::text, 6, '0')`,
  },
  unit: {
    from: sql`registry.unit c`,
    columns: sql`c.code, ${none}::int as number, c.room, ${none} as "nameZh", ${none} as "nameEn", c.kind, c.area, ${none}::int as inside`,
    sort: sql`c.code`,
  },
  part: {
    from: sql`registry.common_part c`,
    columns: sql`c.code, ${none}::int as number, ${none} as room, c.name_zh as "nameZh", c.name_en as "nameEn", c.kind, c.area, ${none}::int as inside`,
    sort: sql`c.code`,
  },
};

/** Directly in the place: in the estate but in no building, in the building but at no entrance. */
const DIRECTLY: Readonly<Partial<Record<PlaceKind, (id: string, child: PlaceKind) => RawBuilder<boolean>>>> =
  {
    estate: (id, child) =>
      child === 'unit' || child === 'part'
        ? sql`c.estate_id = ${id} and c.building_id is null`
        : sql`c.estate_id = ${id}`,
    building: (id, child) =>
      child === 'stairwell'
        ? sql`c.building_id = ${id}`
        : sql`c.building_id = ${id} and c.stairwell_id is null`,
    stairwell: (id) => sql`c.stairwell_id = ${id}`,
  };

/**
 * What lies directly in a place, in the order of numbers and codes.
 *
 * @param after `sort` of the last row of the page before, or null for the first page.
 */
export async function childrenOf(
  tx: Tx,
  kind: PlaceKind,
  id: string,
  child: PlaceKind,
  after: string | null,
  limit: number,
): Promise<ChildRow[]> {
  const listing = LISTINGS[child];
  const directly = DIRECTLY[kind];
  if (!listing || !directly) return [];
  const present = child === 'area' ? sql`true` : sql`c.removed_at is null`;
  const from = after === null ? sql`true` : sql`${listing.sort} > ${after}`;
  const { rows } = await sql<ChildRow>`
    select c.id, ${listing.columns}, ${listing.sort} as sort from ${listing.from}
    where c.neighborhood_id = ${tx.actor.neighborhoodId} and ${directly(id, child)} and ${present} and ${from}
    order by sort limit ${limit}`.execute(tx.schema('registry'));
  return rows;
}
