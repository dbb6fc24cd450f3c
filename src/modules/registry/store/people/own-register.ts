import type { Tx } from '#platform/db/database.ts';

/** A person's row, with the phone as cipher. */
export function ownPersonRow(tx: Tx, personId: string) {
  return tx
    .schema('registry')
    .selectFrom('registry.person')
    .select(['name', 'name_en as nameEn', 'phone_cipher as phoneCipher'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', personId)
    .executeTakeFirst();
}

/** Every unit a person ever held, the newest first. */
export function ownHoldingRows(tx: Tx, personId: string) {
  return tx
    .schema('registry')
    .selectFrom('registry.unit_holder as h')
    .innerJoin('registry.unit as u', (join) =>
      join.onRef('u.neighborhood_id', '=', 'h.neighborhood_id').onRef('u.id', '=', 'h.unit_id'),
    )
    .select(['u.code', 'h.relation', 'h.from_day as fromDay', 'h.to_day as toDay'])
    .where('h.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('h.person_id', '=', personId)
    .orderBy('h.from_day', 'desc')
    .execute();
}

/** Every post a person ever held. */
export function ownAppointmentRows(tx: Tx, personId: string) {
  return tx
    .schema('registry')
    .selectFrom('registry.appointment as a')
    .innerJoin('registry.post as p', (join) =>
      join.onRef('p.neighborhood_id', '=', 'a.neighborhood_id').onRef('p.id', '=', 'a.post_id'),
    )
    .innerJoin('registry.organisation as o', (join) =>
      join.onRef('o.neighborhood_id', '=', 'p.neighborhood_id').onRef('o.id', '=', 'p.organisation_id'),
    )
    .select(['o.name_zh as organisation', 'p.name_zh as post', 'a.from_day as fromDay', 'a.to_day as toDay'])
    .where('a.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('a.person_id', '=', personId)
    .orderBy('a.from_day', 'desc')
    .execute();
}

/**
 * Every team a person was in.
 *
 * @param withParty whether party groups are told: to the person alone.
 */
export function ownTeamRows(tx: Tx, personId: string, withParty: boolean) {
  return tx
    .schema('registry')
    .selectFrom('registry.team_member as m')
    .innerJoin('registry.team as t', (join) =>
      join.onRef('t.neighborhood_id', '=', 'm.neighborhood_id').onRef('t.id', '=', 'm.team_id'),
    )
    .select(['t.name_zh as team', 'm.is_leader as isLeader', 'm.from_day as fromDay', 'm.to_day as toDay'])
    .where('m.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('m.person_id', '=', personId)
    .$if(!withParty, (q) => q.where('t.kind', '<>', 'ACTIVITY_GROUP'))
    .execute();
}
