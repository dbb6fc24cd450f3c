import type { Updateable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import { OVER } from '../contract.ts';
import { type ActionWithResolution, joinedActions } from './resolutions.ts';

/** Actions whose light nobody has read on this day; those another copy holds are left to it. */
export function unreadToday(tx: Tx, today: string, limit: number): Promise<ActionWithResolution[]> {
  return joinedActions(tx)
    .where('a.state', 'not in', [...OVER])
    .where((e) => e.or([e('a.lights_read_on', 'is', null), e('a.lights_read_on', '<', today)]))
    .orderBy('a.id')
    .limit(limit)
    .forUpdate('a')
    .skipLocked()
    .execute();
}

/** Actions nobody has taken on in time, not yet told. */
export function notTakenOn(tx: Tx, limit: number): Promise<ActionWithResolution[]> {
  return joinedActions(tx)
    .where('a.state', '=', 'PROPOSED')
    .where('a.accept_due_at', '<', tx.now)
    .where('a.accept_overdue_told', '=', false)
    .orderBy('a.id')
    .limit(limit)
    .forUpdate('a')
    .skipLocked()
    .execute();
}

/** Open actions of an organisation, locked. */
export function openOfOrganisation(tx: Tx, orgId: string): Promise<ActionWithResolution[]> {
  return joinedActions(tx)
    .where('a.lead_org_id', '=', orgId)
    .where('a.state', 'not in', [...OVER])
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
}

/** Open actions somebody took on in a post, locked. */
export function openOfHolder(tx: Tx, postId: string, personId: string): Promise<ActionWithResolution[]> {
  return joinedActions(tx)
    .where('a.post_id', '=', postId)
    .where('a.person_id', '=', personId)
    .where('a.state', 'not in', [...OVER])
    .orderBy('a.id')
    .forUpdate('a')
    .execute();
}

/** Keeps what has been told of an action; whoever is looking at it need not look again. */
export async function markAction(
  tx: Tx,
  id: string,
  patch: Pick<
    Updateable<DB['resolutions.action_item']>,
    'lights_read_on' | 'light_told' | 'accept_overdue_told'
  >,
): Promise<void> {
  await tx
    .schema('resolutions')
    .updateTable('resolutions.action_item')
    .set(patch)
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('id', '=', id)
    .execute();
}
