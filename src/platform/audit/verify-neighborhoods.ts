import { sql } from 'kysely';
import { systemActor } from '#kernel/actor.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { type ChainReport, verifyChain } from './events.ts';

/** What became of one neighborhood's chain; `brokenEvent` says what the first broken link stands on. */
export type NeighborhoodChain = ChainReport & {
  readonly neighborhoodId: string;
  readonly slug: string;
  readonly brokenEvent: {
    readonly id: string;
    readonly kind: string;
    readonly at: Date;
    readonly subject_kind: string;
    readonly subject_id: string;
  } | null;
};

/**
 * Recomputes the chain of every neighborhood, each as it stood at one moment, so that it may be run while the
 * program works.
 *
 * @param wanted slug or id of the only one to look at; all when null.
 */
export async function verifyNeighborhoods(
  database: Database,
  wanted: string | null = null,
): Promise<NeighborhoodChain[]> {
  const all = await database.onReference((db) =>
    db
      .selectFrom('platform.neighborhood_address')
      .select(['neighborhood_id', 'slug'])
      .orderBy('slug')
      .execute(),
  );
  const chains: NeighborhoodChain[] = [];
  for (const { neighborhood_id: id, slug } of all) {
    if (wanted === null || wanted === slug || wanted === id) chains.push(await chainOf(database, id, slug));
  }
  return chains;
}

/** Recomputes the chain of one neighborhood as it stands at one moment. */
export function verifyNeighborhood(database: Database, neighborhoodId: string): Promise<ChainReport> {
  return database.inTransaction(systemActor(neighborhoodId), verifyAtOneMoment);
}

async function verifyAtOneMoment(tx: Tx): Promise<ChainReport> {
  await sql`set transaction isolation level repeatable read`.execute(tx.schema('platform'));
  return verifyChain(tx);
}

function chainOf(database: Database, neighborhoodId: string, slug: string): Promise<NeighborhoodChain> {
  return database.inTransaction(systemActor(neighborhoodId), async (tx) => {
    const report = await verifyAtOneMoment(tx);
    const db = tx.schema('platform');
    const event =
      report.brokenAt === null
        ? undefined
        : await db
            .selectFrom('platform.event')
            .select(['id', 'kind', 'at', 'subject_kind', 'subject_id'])
            .where('neighborhood_id', '=', neighborhoodId)
            .where('seq', '=', report.brokenAt)
            .executeTakeFirst();
    return { ...report, neighborhoodId, slug, brokenEvent: event ?? null };
  });
}
