import { anonymousActor } from '#kernel/actor.ts';
import { dutyPhones, profile } from '#modules/registry/facade.server.ts';
import type { Services } from '#platform/http/services.ts';
import type { PageNeighborhood } from './page/page-context.ts';

const KEPT_MS = 10_000;

/** The neighborhood that is reached by a host, or null when there is none. */
export type NeighborhoodOfHost = (host: string) => Promise<PageNeighborhood | null>;

/**
 * Finds neighborhoods by host: the one whose address it is, else the default one. What was found is kept
 * for a few seconds, because every page needs it.
 */
export function neighborhoodOfHost(services: Pick<Services, 'database' | 'clock'>): NeighborhoodOfHost {
  const kept = new Map<string, { at: number; found: Promise<PageNeighborhood | null> }>();
  return (host) => {
    const now = services.clock().getTime();
    const known = kept.get(host);
    if (known && Math.abs(now - known.at) < KEPT_MS) return known.found;
    const found = read(services, host);
    if (kept.size > 1000) kept.clear();
    kept.set(host, { at: now, found });
    found.then(
      (neighborhood) => neighborhood ?? kept.delete(host),
      () => kept.delete(host),
    );
    return found;
  };
}

async function read(
  { database }: Pick<Services, 'database'>,
  host: string,
): Promise<PageNeighborhood | null> {
  const name = host.replace(/:\d+$/, '');
  const address = await database.onReference((db) =>
    db
      .selectFrom('platform.neighborhood_address')
      .select(['neighborhood_id', 'is_demo'])
      .where((where) =>
        where.or([where('host', '=', host), where('host', '=', name), where('is_default', '=', true)]),
      )
      .orderBy('is_default', 'asc')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!address) return null;
  return database.inTransaction(anonymousActor(address.neighborhood_id), async (tx) => {
    const found = await profile(tx);
    if (!found) return null;
    const phones = await dutyPhones(tx);
    return {
      id: found.id,
      code: found.code,
      nameZh: found.nameZh,
      nameEn: found.nameEn,
      isDemo: address.is_demo,
      dutyPhones: phones.map(({ nameZh, nameEn, phone, kind }) => ({ nameZh, nameEn, phone, kind })),
    };
  });
}
