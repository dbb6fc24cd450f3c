import type { Tx } from '#platform/db/database.ts';

/** Slugs and hosts of every neighborhood of the installation. */
export async function takenAddresses(
  tx: Tx,
): Promise<{ readonly slugs: ReadonlySet<string>; readonly hosts: ReadonlySet<string> }> {
  const rows = await tx
    .schema('platform')
    .selectFrom('platform.neighborhood_address')
    .select(['slug', 'host'])
    .execute();
  return {
    slugs: new Set(rows.map((row) => row.slug)),
    hosts: new Set(rows.flatMap((row) => row.host ?? [])),
  };
}

/** Makes the actor's neighborhood reachable. @param host its own, or null for the installation's address. */
export async function giveAddress(tx: Tx, slug: string, host: string | null): Promise<void> {
  await tx
    .schema('platform')
    .insertInto('platform.neighborhood_address')
    .values({ neighborhood_id: tx.actor.neighborhoodId, slug, host })
    .execute();
}
