import type { OrgKind } from '#kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';
import type { KeptAppointment, KeptPost } from '../../contract/organisations.ts';
import type { Day, Duty } from '../../contract.ts';

/** Posts as they are kept: those named, or all of an organisation, closed ones too. */
export async function keptPosts(
  tx: Tx,
  of: { readonly organisationId: string } | { readonly postId: string },
): Promise<KeptPost[]> {
  const rows = await tx
    .schema('registry')
    .selectFrom('registry.post as p')
    .innerJoin('registry.organisation as o', (join) =>
      join.onRef('o.neighborhood_id', '=', 'p.neighborhood_id').onRef('o.id', '=', 'p.organisation_id'),
    )
    .select([
      'p.id',
      'p.version',
      'p.organisation_id as orgId',
      'o.kind as orgKind',
      'p.code',
      'p.name_zh as nameZh',
      'p.name_en as nameEn',
      'p.duty',
      'p.is_head as isHead',
      'p.work_zh as workZh',
      'p.work_en as workEn',
      'p.closed_on as closedOn',
    ])
    .where('p.neighborhood_id', '=', tx.actor.neighborhoodId)
    .$if('organisationId' in of, (q) =>
      q.where('p.organisation_id', '=', 'organisationId' in of ? of.organisationId : ''),
    )
    .$if('postId' in of, (q) => q.where('p.id', '=', 'postId' in of ? of.postId : ''))
    .orderBy('p.position')
    .orderBy('p.code')
    .execute();
  return rows.map((row) => ({ ...row, orgKind: row.orgKind as OrgKind, duty: row.duty as Duty }));
}

/** Every appointment to these posts, the newest first. */
export async function allAppointments(tx: Tx, postIds: readonly string[]): Promise<KeptAppointment[]> {
  if (postIds.length === 0) return [];
  return appointments(tx)
    .where('a.post_id', 'in', [...postIds])
    .execute();
}

/** Every appointment of a person, whatever its days. */
export function appointmentsOfPerson(tx: Tx, personId: string): Promise<KeptAppointment[]> {
  return appointments(tx).where('a.person_id', '=', personId).execute();
}

function appointments(tx: Tx) {
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
    .orderBy('a.from_day', 'desc');
}

export type PostPatch = {
  readonly name_zh?: string;
  readonly name_en?: string;
  readonly work_zh?: string;
  readonly work_en?: string;
  readonly duty?: Duty;
  readonly closed_on?: Day;
};

/** @returns whether the post was still the version it was read as. */
export async function updatePost(tx: Tx, id: string, version: number, patch: PostPatch): Promise<boolean> {
  const done = await tx
    .schema('registry')
    .updateTable('registry.post')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** A later last day, or none; the holder has not left. */
export async function setLastDay(tx: Tx, appointmentId: string, toDay: Day | null): Promise<void> {
  await tx
    .schema('registry')
    .updateTable('registry.appointment')
    .set({ to_day: toDay, left_at: null })
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', appointmentId)
    .execute();
}
