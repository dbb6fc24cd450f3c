import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { BodyKind } from '../contract/bodies.ts';
import type { BriefFact, ItemField, ItemSource, ItemState, Outcome } from '../contract/meetings.ts';

export type ItemRow = Omit<
  Selectable<DB['meetings.agenda_item']>,
  'state' | 'source' | 'outcome' | 'facts'
> & {
  readonly state: ItemState;
  readonly source: ItemSource;
  readonly outcome: Outcome | null;
  readonly facts: readonly BriefFact[];
};
export type ItemTextRow = Omit<Selectable<DB['meetings.item_text']>, 'field'> & { readonly field: ItemField };
export type PositionRow = Selectable<DB['meetings.position']>;

const here = (tx: Tx) => tx.actor.neighborhoodId;
const db = (tx: Tx) => tx.schema('meetings');

const items = (tx: Tx) =>
  db(tx)
    .selectFrom('meetings.agenda_item')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .$castTo<ItemRow>();

/** Items of a meeting in their order, with those that were taken off. */
export function itemsOf(tx: Tx, meetingId: string): Promise<ItemRow[]> {
  return items(tx).where('meeting_id', '=', meetingId).orderBy('position').execute();
}

export function itemById(tx: Tx, id: string): Promise<ItemRow | undefined> {
  return items(tx).where('id', '=', id).executeTakeFirst();
}

/** An item, locked until the transaction ends. */
export function lockItem(tx: Tx, id: string): Promise<ItemRow | undefined> {
  return items(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** What is on a coming agenda already, by source. */
export function takenSources(tx: Tx): Promise<{ source: ItemSource; source_id: string | null }[]> {
  return db(tx)
    .selectFrom('meetings.agenda_item')
    .select(['source', 'source_id'])
    .$narrowType<{ source: ItemSource }>()
    .where('neighborhood_id', '=', here(tx))
    .where('state', 'in', ['WAITING', 'IN_DISCUSSION'])
    .where('source_id', 'is not', null)
    .execute();
}

/**
 * Items that no later item has taken up: of this body's meetings what was put off or not reached, of bodies below it
 * what they handed on, and for a coordination meeting what any body left to it.
 */
export function openLeftOvers(
  tx: Tx,
  body: { readonly id: string; readonly kind: BodyKind },
): Promise<ItemRow[]> {
  return db(tx)
    .selectFrom('meetings.agenda_item as i')
    .innerJoin('meetings.meeting as m', (join) =>
      join.onRef('m.neighborhood_id', '=', 'i.neighborhood_id').onRef('m.id', '=', 'i.meeting_id'),
    )
    .innerJoin('meetings.body as b', (join) =>
      join.onRef('b.neighborhood_id', '=', 'm.neighborhood_id').onRef('b.id', '=', 'm.body_id'),
    )
    .selectAll('i')
    .where('i.neighborhood_id', '=', here(tx))
    .where((e) =>
      e.or([
        e.and([e('m.body_id', '=', body.id), e('i.state', 'in', ['NOT_REACHED', 'DEFERRED'])]),
        e.and([e('b.parent_body_id', '=', body.id), e('i.outcome', '=', 'TO_PARENT')]),
        ...(body.kind === 'COORDINATION' ? [e('i.outcome', '=', 'TO_COORDINATION')] : []),
      ]),
    )
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('meetings.agenda_item as later')
            .select('later.id')
            .whereRef('later.neighborhood_id', '=', 'i.neighborhood_id')
            .whereRef('later.source_id', '=', 'i.id')
            .where('later.source', '=', 'LEFT_OVER')
            .where('later.state', '<>', 'DROPPED'),
        ),
      ),
    )
    .orderBy('m.starts_at')
    .orderBy('i.position')
    .$castTo<ItemRow>()
    .execute();
}

export async function insertItem(
  tx: Tx,
  {
    facts,
    ...row
  }: Omit<Insertable<DB['meetings.agenda_item']>, 'neighborhood_id' | 'facts'> & {
    readonly facts: readonly BriefFact[];
  },
): Promise<void> {
  await db(tx)
    .insertInto('meetings.agenda_item')
    .values({ ...row, facts: JSON.stringify(facts), neighborhood_id: here(tx) })
    .execute();
}

/** Changes an item; its version goes up by one. */
export async function updateItem(
  tx: Tx,
  id: string,
  patch: Updateable<DB['meetings.agenda_item']>,
): Promise<void> {
  await db(tx)
    .updateTable('meetings.agenda_item')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('id', '=', id)
    .execute();
}

/** Changes every item of a meeting that is in one of some states. */
export async function updateItemsIn(
  tx: Tx,
  meetingId: string,
  states: readonly ItemState[],
  patch: Updateable<DB['meetings.agenda_item']>,
): Promise<void> {
  await db(tx)
    .updateTable('meetings.agenda_item')
    .set((e) => ({ ...patch, version: e('version', '+', 1) }))
    .where('neighborhood_id', '=', here(tx))
    .where('meeting_id', '=', meetingId)
    .where('state', 'in', [...states])
    .execute();
}

/** What was written on items of a meeting. */
export function textsOf(tx: Tx, itemIds: readonly string[]): Promise<ItemTextRow[]> {
  if (itemIds.length === 0) return Promise.resolve([]);
  return db(tx)
    .selectFrom('meetings.item_text')
    .selectAll()
    .$narrowType<{ field: ItemField }>()
    .where('neighborhood_id', '=', here(tx))
    .where('item_id', 'in', [...itemIds])
    .execute();
}

/**
 * Writes a field of an item, if it still has the version that was read.
 *
 * @param version 0 when nothing had been written
 * @returns whether it was written; otherwise somebody else did meanwhile
 */
export async function keepText(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.item_text']>, 'neighborhood_id' | 'version'>,
  version: number,
): Promise<boolean> {
  const { item_id, field, ...rest } = row;
  const kept =
    version === 0
      ? await db(tx)
          .insertInto('meetings.item_text')
          .values({ ...row, neighborhood_id: here(tx) })
          .onConflict((c) => c.columns(['neighborhood_id', 'item_id', 'field']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : await db(tx)
          .updateTable('meetings.item_text')
          .set((e) => ({ ...rest, version: e('version', '+', 1) }))
          .where('neighborhood_id', '=', here(tx))
          .where('item_id', '=', item_id)
          .where('field', '=', field)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  return kept !== undefined;
}

export function positionsOf(tx: Tx, itemIds: readonly string[]): Promise<PositionRow[]> {
  if (itemIds.length === 0) return Promise.resolve([]);
  return db(tx)
    .selectFrom('meetings.position')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where('item_id', 'in', [...itemIds])
    .orderBy('written_at')
    .orderBy('org_id')
    .execute();
}

/** Writes an organisation's position, if it still has the version that was read; see {@link keepText}. */
export async function keepPosition(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.position']>, 'neighborhood_id' | 'version'>,
  version: number,
): Promise<boolean> {
  const { item_id, org_id, ...rest } = row;
  const kept =
    version === 0
      ? await db(tx)
          .insertInto('meetings.position')
          .values({ ...row, neighborhood_id: here(tx) })
          .onConflict((c) => c.columns(['neighborhood_id', 'item_id', 'org_id']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : await db(tx)
          .updateTable('meetings.position')
          .set((e) => ({ ...rest, version: e('version', '+', 1) }))
          .where('neighborhood_id', '=', here(tx))
          .where('item_id', '=', item_id)
          .where('org_id', '=', org_id)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  return kept !== undefined;
}

export function recusalsOf(tx: Tx, itemIds: readonly string[]) {
  if (itemIds.length === 0) return Promise.resolve([]);
  return db(tx)
    .selectFrom('meetings.recusal')
    .selectAll()
    .where('neighborhood_id', '=', here(tx))
    .where('item_id', 'in', [...itemIds])
    .orderBy('at')
    .execute();
}

export async function insertRecusal(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.recusal']>, 'neighborhood_id'>,
): Promise<void> {
  await db(tx)
    .insertInto('meetings.recusal')
    .values({ ...row, neighborhood_id: here(tx) })
    .onConflict((c) => c.columns(['neighborhood_id', 'item_id', 'org_id']).doNothing())
    .execute();
}
