import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';

/** How a person signs in here, and where they are or were signed in. Codes and passwords are kept as hashes only. */
export async function ownAccount(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const db = tx.schema('platform');
  const accounts = await db
    .selectFrom('platform.account_person as p')
    .innerJoin('platform.account as a', 'a.id', 'p.account_id')
    .leftJoin('platform.second_factor as f', 'f.account_id', 'a.id')
    .select(['a.id', 'a.login_name', 'a.phone_index', 'a.created_at', 'a.disabled_at', 'f.confirmed_at'])
    .where('p.neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('p.person_id', '=', personId)
    .execute();
  const sessions = await db
    .selectFrom('platform.session')
    .select(['created_at', 'last_seen_at', 'ended_at', 'device'])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .execute();
  return [
    {
      kind: 'account',
      rows: accounts.map((a) => ({
        loginName: a.login_name,
        byPhone: a.phone_index !== null,
        since: a.created_at,
        secondFactorSince: a.confirmed_at,
        disabledAt: a.disabled_at,
      })),
    },
    {
      kind: 'sessions',
      rows: sessions.map((s) => ({
        device: s.device,
        since: s.created_at,
        lastSeen: s.last_seen_at,
        endedAt: s.ended_at,
      })),
    },
  ];
}
