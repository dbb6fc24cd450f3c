import { randomBytes } from 'node:crypto';
import type { Database } from '#platform/db/database.ts';
import { tokenHash } from '../sessions.ts';

/** A ticket is used at once or not at all. */
const SECONDS = 60;

/** What a ticket carries from one neighborhood's address to another's. */
export type Handover = { readonly accountId: string; readonly secondFactorAt: Date | null };

/**
 * A ticket for somebody signed in, to be signed in at another neighborhood's address. Cookies do not reach
 * there, so it travels in the address; it works once, for that neighborhood, within a minute.
 */
export async function makeHandover(
  database: Database,
  handover: Handover,
  neighborhoodId: string,
  now: Date,
): Promise<string> {
  const ticket = randomBytes(32).toString('base64url');
  await database.onReference(async (db) => {
    await db.deleteFrom('platform.handover_ticket').where('expires_at', '<', now).execute();
    await db
      .insertInto('platform.handover_ticket')
      .values({
        ticket_hash: tokenHash(ticket),
        account_id: handover.accountId,
        to_neighborhood: neighborhoodId,
        second_factor_at: handover.secondFactorAt,
        expires_at: new Date(now.getTime() + SECONDS * 1000),
      })
      .execute();
  });
  return ticket;
}

/** Uses a ticket up; null when it is not one for this neighborhood, was used, or is over. */
export async function redeemHandover(
  database: Database,
  ticket: string,
  neighborhoodId: string,
  now: Date,
): Promise<Handover | null> {
  const row = await database.onReference((db) =>
    db
      .updateTable('platform.handover_ticket')
      .set({ used_at: now })
      .where('ticket_hash', '=', tokenHash(ticket))
      .where('to_neighborhood', '=', neighborhoodId)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning(['account_id as accountId', 'second_factor_at as secondFactorAt'])
      .executeTakeFirst(),
  );
  return row ?? null;
}

/** The neighborhoods an account belongs to, and who it is in each. */
export async function neighborhoodsOfAccount(
  database: Database,
  accountId: string,
): Promise<Map<string, string>> {
  const rows = await database.onReference((db) =>
    db
      .selectFrom('platform.account_person')
      .select(['neighborhood_id', 'person_id'])
      .where('account_id', '=', accountId)
      .execute(),
  );
  return new Map(rows.map((row) => [row.neighborhood_id, row.person_id]));
}
