import type { OrgKind } from '#kernel/actor.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Day, Duty, PostView } from '../../contract.ts';

export type PostRow = PostView & { readonly position: number };

function posts(tx: Tx) {
  return tx
    .schema('registry')
    .selectFrom('registry.post as p')
    .innerJoin('registry.organisation as o', (join) =>
      join.onRef('o.neighborhood_id', '=', 'p.neighborhood_id').onRef('o.id', '=', 'p.organisation_id'),
    )
    .select([
      'p.id',
      'p.organisation_id as orgId',
      'o.kind as orgKind',
      'p.code',
      'p.name_zh as nameZh',
      'p.name_en as nameEn',
      'p.duty',
      'p.is_head as isHead',
      'p.estate_id as estateId',
      'p.stairwell_id as stairwellId',
      'p.position',
    ])
    .where('p.neighborhood_id', '=', tx.actor.neighborhoodId)
    .orderBy('o.position')
    .orderBy('p.position')
    .orderBy('p.code');
}

function typed<T extends { orgKind: string; duty: string }>(row: T) {
  return { ...row, orgKind: row.orgKind as OrgKind, duty: row.duty as Duty };
}

/** Posts of organisations that have not been given up. */
export async function postRowsOfOrganisations(tx: Tx, orgIds: readonly string[]): Promise<PostRow[]> {
  if (orgIds.length === 0) return [];
  const rows = await posts(tx)
    .where('p.organisation_id', 'in', [...orgIds])
    .where((eb) => eb.or([eb('p.closed_on', 'is', null), eb('p.closed_on', '>=', dateKey(tx.now))]))
    .execute();
  return rows.map(typed);
}

export async function postRows(tx: Tx, ids: readonly string[]): Promise<PostRow[]> {
  if (ids.length === 0) return [];
  const rows = await posts(tx)
    .where('p.id', 'in', [...ids])
    .execute();
  return rows.map(typed);
}

/** Appointments to these posts that cover a day, with the person's names. */
export async function appointmentRowsOn(tx: Tx, postIds: readonly string[], day: Day) {
  if (postIds.length === 0) return [];
  return appointmentsOn(tx, day)
    .where('a.post_id', 'in', [...postIds])
    .execute();
}

/** Appointments of one person that cover a day, without those left during it. */
export function appointmentRowsOfPerson(tx: Tx, personId: string, day: Day) {
  return appointmentsOn(tx, day).where('a.person_id', '=', personId).where('a.left_at', 'is', null).execute();
}

function appointmentsOn(tx: Tx, day: Day) {
  return tx
    .schema('registry')
    .selectFrom('registry.appointment as a')
    .innerJoin('registry.person as h', (join) =>
      join.onRef('h.neighborhood_id', '=', 'a.neighborhood_id').onRef('h.id', '=', 'a.person_id'),
    )
    .select([
      'a.id',
      'a.post_id as postId',
      'a.person_id as personId',
      'h.name',
      'h.name_en as nameEn',
      'a.from_day as fromDay',
      'a.to_day as toDay',
    ])
    .where('a.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('a.from_day', '<=', day)
    .where((eb) => eb.or([eb('a.to_day', 'is', null), eb('a.to_day', '>=', day)]));
}

/** An appointment, locked until commit, or null. */
export async function lockedAppointment(tx: Tx, id: string) {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.appointment')
    .select([
      'id',
      'post_id as postId',
      'person_id as personId',
      'from_day as fromDay',
      'to_day as toDay',
      'left_at as leftAt',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Appointments to a post, with the post locked until commit so that two people cannot get it at once. */
export async function lockedAppointmentsOfPost(tx: Tx, postId: string) {
  const db = tx.schema('registry');
  const own = tx.actor.neighborhoodId;
  await db
    .selectFrom('registry.post')
    .select('id')
    .where('neighborhood_id', '=', own)
    .where('id', '=', postId)
    .forUpdate()
    .execute();
  return db
    .selectFrom('registry.appointment')
    .select(['id', 'person_id as personId', 'from_day as fromDay', 'to_day as toDay'])
    .where('neighborhood_id', '=', own)
    .where('post_id', '=', postId)
    .execute();
}

/** @param leftAt when the holder left, for one who leaves today or left before; null for a last day to come. */
export async function setAppointmentEnd(
  tx: Tx,
  id: string,
  lastDay: Day,
  leftAt: Date | null,
): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.appointment')
    .set({ to_day: lastDay, left_at: leftAt })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
