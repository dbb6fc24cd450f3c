import type { Insertable, Selectable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Stance } from '../../contract/hearing.ts';

export type SignUpRow = Omit<Selectable<DB['meetings.hearing_sign_up']>, 'stance' | 'state' | 'came'> & {
  readonly stance: Stance;
  readonly state: 'WAITING' | 'SEATED' | 'WITHDRAWN';
  readonly came: 'ROOM' | 'REMOTE' | null;
};

const here = (tx: Tx) => tx.actor.neighborhoodId;
const signUps = (tx: Tx) =>
  tx
    .schema('meetings')
    .selectFrom('meetings.hearing_sign_up')
    .selectAll()
    .$narrowType<{ stance: Stance; state: SignUpRow['state']; came: SignUpRow['came'] }>()
    .where('neighborhood_id', '=', here(tx));

/** Those who signed up for rounds and have not withdrawn, in the order they did. */
export function signUpsOf(tx: Tx, roundIds: readonly string[]): Promise<SignUpRow[]> {
  if (roundIds.length === 0) return Promise.resolve([]);
  return signUps(tx)
    .where('round_id', 'in', roundIds)
    .where('state', '<>', 'WITHDRAWN')
    .orderBy('signed_up_at')
    .orderBy('id')
    .execute();
}

export function lockSignUp(tx: Tx, id: string): Promise<SignUpRow | undefined> {
  return signUps(tx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Signs somebody up, unless that person or the same name with the same phone is on the list. */
export async function insertSignUp(
  tx: Tx,
  row: Omit<Insertable<DB['meetings.hearing_sign_up']>, 'neighborhood_id'>,
): Promise<boolean> {
  const made = await tx
    .schema('meetings')
    .insertInto('meetings.hearing_sign_up')
    .values({ ...row, neighborhood_id: here(tx) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

const update = (tx: Tx) =>
  tx.schema('meetings').updateTable('meetings.hearing_sign_up').where('neighborhood_id', '=', here(tx));

/** Whoever withdraws leaves no name and no phone behind. */
export async function withdrawRow(tx: Tx, id: string): Promise<void> {
  const gone = { state: 'WITHDRAWN', name: null, phone_cipher: null, phone_index: null };
  await update(tx).set(gone).where('id', '=', id).execute();
}

/** Gives seats to these of a round's list, and to nobody else. */
export async function seatRows(tx: Tx, roundId: string, ids: readonly string[]): Promise<void> {
  const those = () => update(tx).where('round_id', '=', roundId).where('state', '<>', 'WITHDRAWN');
  await those().set({ state: 'WAITING' }).execute();
  if (ids.length > 0) await those().where('id', 'in', ids).set({ state: 'SEATED' }).execute();
}

/** Writes down who came, and how. */
export async function markCame(tx: Tx, ids: readonly string[], came: 'ROOM' | 'REMOTE'): Promise<void> {
  if (ids.length > 0) await update(tx).set({ came }).where('id', 'in', ids).execute();
}

/** Takes the names and phones of a round away: what they were for is over. */
export async function forgetContacts(tx: Tx, roundId: string): Promise<void> {
  await update(tx)
    .set({ name: null, phone_cipher: null, phone_index: null })
    .where('round_id', '=', roundId)
    .execute();
}

/** What somebody signed up for, the last on top. */
export function ownSignUpRows(tx: Tx, personId: string) {
  return tx
    .schema('meetings')
    .selectFrom('meetings.hearing_sign_up as s')
    .innerJoin('meetings.hearing_round as r', (join) =>
      join.onRef('r.neighborhood_id', '=', 's.neighborhood_id').onRef('r.id', '=', 's.round_id'),
    )
    .innerJoin('meetings.hearing as h', (join) =>
      join.onRef('h.neighborhood_id', '=', 'r.neighborhood_id').onRef('h.id', '=', 'r.hearing_id'),
    )
    .select(['s.signed_up_at as at', 'h.title', 's.stance', 's.affected', 's.elder', 's.state'])
    .where('s.neighborhood_id', '=', here(tx))
    .where('s.person_id', '=', personId)
    .orderBy('s.signed_up_at', 'desc')
    .execute();
}
