import { anonymousActor } from '#kernel/actor.ts';
import { dutyPhones, profile } from '#modules/registry/facade.server.ts';
import type { Services } from '#platform/http/services.ts';
import type { Neighborhoods, PageNeighborhood, PlaceEntry } from './page/page-context.ts';
import { DICTIONARIES } from './words.ts';

const KEPT_MS = 10_000;

/** Which neighborhood a visitor of an address that several share has chosen: its slug. */
export const PLACE_COOKIE = 'xs_place';

/** No neighborhood has this id: a transaction in it sees nothing. */
const NOWHERE_ID = '00000000-0000-0000-0000-000000000000';

/** Where pages stand before a neighborhood is chosen or set up. */
export const NOWHERE: PageNeighborhood = {
  id: NOWHERE_ID,
  code: '',
  slug: '',
  nameZh: DICTIONARIES['zh-CN']['site.name'] ?? '',
  nameEn: DICTIONARIES.en['site.name'] ?? '',
  isDemo: false,
  isNowhere: true,
  dutyPhones: [],
  address: '',
  hasSiblings: false,
};

/** `here`: the neighborhood of the visit · `choose`: several share this address · `none`: there is none yet. */
export type FoundPlace =
  | { readonly kind: 'here'; readonly neighborhood: PageNeighborhood }
  | { readonly kind: 'choose' | 'none' | 'unknown' };

/** The neighborhoods of the installation, and which of them a visit means. */
export interface FindingNeighborhoods extends Neighborhoods {
  /** @param chosen slug the visitor chose, for an address that several share. */
  find(host: string, chosen: string | null): Promise<FoundPlace>;
}

/** Those reached at the installation's own address: the ones without a host, and the default one. */
export function sharing(all: readonly PlaceEntry[]): PlaceEntry[] {
  return all.filter((one) => one.host === null || one.isDefault);
}

/**
 * Which of the installation's neighborhoods a visit means: the one whose host it is; at the shared address
 * the chosen one, else the default, else the only one (docs/decisions/0011).
 */
export function placeOfVisit(
  all: readonly PlaceEntry[],
  host: string,
  chosen: string | null,
): PlaceEntry | 'choose' | 'none' | 'unknown' {
  if (all.length === 0) return 'none';
  const name = host.replace(/:\d+$/, '');
  const own = all.find((one) => one.host === host || one.host === name);
  if (own) return own;
  const shared = sharing(all);
  const found =
    shared.find((one) => one.slug === chosen) ??
    shared.find((one) => one.isDefault) ??
    (shared.length === 1 ? shared[0] : undefined);
  return found ?? (shared.length > 0 ? 'choose' : 'unknown');
}

/** What was found is kept for a few seconds, because every page needs it. */
export function neighborhoodsOf(
  services: Pick<Services, 'database' | 'clock' | 'config'>,
): FindingNeighborhoods {
  const entries = keeping(services, () => readEntries(services));
  const profiles = keeping(services, async (id) => {
    const all = await entries.get('all');
    const entry = all?.find((one) => one.id === id);
    return entry ? readNeighborhood(services, entry, all ?? []) : null;
  });
  const all = async () => (await entries.get('all')) ?? [];
  return {
    all,
    byId: profiles.get,
    forget() {
      entries.forget();
      profiles.forget();
    },
    async find(host, chosen) {
      const place = placeOfVisit(await all(), host, chosen);
      if (typeof place === 'string') return { kind: place };
      const neighborhood = await profiles.get(place.id);
      return neighborhood ? { kind: 'here', neighborhood } : { kind: 'unknown' };
    },
  };
}

/** Remembers answers for {@link KEPT_MS}; nothing found and failures are asked again. */
function keeping<T>({ clock }: Pick<Services, 'clock'>, read: (key: string) => Promise<T | null>) {
  const kept = new Map<string, { at: number; found: Promise<T | null> }>();
  const get = (key: string): Promise<T | null> => {
    const now = clock().getTime();
    const known = kept.get(key);
    if (known && Math.abs(now - known.at) < KEPT_MS) return known.found;
    const found = read(key);
    if (kept.size > 1000) kept.clear();
    kept.set(key, { at: now, found });
    found.then(
      (answer) => answer ?? kept.delete(key),
      () => kept.delete(key),
    );
    return found;
  };
  return { get, forget: () => kept.clear() };
}

/** Null while there is none, so that the first one is seen at once. */
async function readEntries({ database }: Pick<Services, 'database'>): Promise<PlaceEntry[] | null> {
  const rows = await database.onReference((db) =>
    db
      .selectFrom('platform.neighborhood_address')
      .select(['neighborhood_id as id', 'slug', 'host', 'is_default as isDefault', 'is_demo as isDemo'])
      .orderBy('slug')
      .execute(),
  );
  return rows.length > 0 ? rows : null;
}

async function readNeighborhood(
  { database, config }: Pick<Services, 'database' | 'config'>,
  entry: PlaceEntry,
  all: readonly PlaceEntry[],
): Promise<PageNeighborhood | null> {
  return database.inTransaction(anonymousActor(entry.id), async (tx) => {
    const found = await profile(tx);
    if (!found) return null;
    const phones = await dutyPhones(tx);
    return {
      id: found.id,
      code: found.code,
      slug: entry.slug,
      nameZh: found.nameZh,
      nameEn: found.nameEn,
      isDemo: entry.isDemo,
      isNowhere: false,
      dutyPhones: phones.map(({ nameZh, nameEn, phone, kind }) => ({ nameZh, nameEn, phone, kind })),
      address: addressOf(entry, all, config.publicUrl),
      hasSiblings: entry.host === null && sharing(all).length > 1,
    };
  });
}

/** Where a neighborhood is reached from anywhere, without a slash at the end; for links, slips and QR codes. */
export function addressOf(entry: PlaceEntry, all: readonly PlaceEntry[], publicUrl: string): string {
  if (entry.host) return `${new URL(publicUrl).protocol}//${entry.host}`;
  return sharing(all).length > 1 ? `${publicUrl}/n/${entry.slug}` : publicUrl;
}
