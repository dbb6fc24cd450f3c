/** What a new neighborhood must be called. */
import { ok, type Result, refuse } from '#kernel/result.ts';

export type NeighborhoodText = {
  readonly nameZh: string;
  readonly nameEn: string;
  /** Begins the codes of matters: `ZJ-2611-0042`. */
  readonly code: string;
  /** Stands in addresses: `/n/zijing`. */
  readonly slug: string;
  /** Its own host name, or null when several share the installation's address. */
  readonly host: string | null;
  readonly keeperName: string;
};

const LONGEST_NAME = 40;

/** Host names are compared in lower case. */
export function tidyNeighborhood(typed: NeighborhoodText): NeighborhoodText {
  const nameZh = typed.nameZh.trim();
  return {
    nameZh,
    nameEn: typed.nameEn.trim() || nameZh,
    code: typed.code.trim().toUpperCase(),
    slug: typed.slug.trim().toLowerCase(),
    host: typed.host?.trim().toLowerCase() || null,
    keeperName: typed.keeperName.trim(),
  };
}

/** Whether names and codes are readable. */
export function mayBeNamed({ nameZh, nameEn, code }: NeighborhoodText): Result<void> {
  if (nameZh === '') return refuse('access.neighborhood-name-missing', { field: 'nameZh' });
  const long =
    [...nameZh].length > LONGEST_NAME ? 'nameZh' : nameEn.length > 2 * LONGEST_NAME ? 'nameEn' : null;
  if (long) return refuse('access.name-too-long', { field: long, params: { n: LONGEST_NAME } });
  if (!/^[A-Z][A-Z0-9]{1,5}$/.test(code)) return refuse('access.code-unreadable', { field: 'letters' });
  return ok();
}

/** Whether the first keeper has a name. */
export function mayKeepFirst({ keeperName }: NeighborhoodText): Result<void> {
  if (keeperName === '') return refuse('access.keeper-name-missing', { field: 'keeperName' });
  if ([...keeperName].length > LONGEST_NAME) {
    return refuse('access.name-too-long', { field: 'keeperName', params: { n: LONGEST_NAME } });
  }
  return ok();
}

/** Whether the address can be one. @param taken slugs and hosts of the installation. */
export function mayBeReached(
  { slug, host }: NeighborhoodText,
  taken: { readonly slugs: ReadonlySet<string>; readonly hosts: ReadonlySet<string> },
): Result<void> {
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(slug)) return refuse('access.slug-unreadable', { field: 'slug' });
  if (taken.slugs.has(slug)) return refuse('access.slug-taken', { field: 'slug' });
  if (host === null) return ok();
  if (!/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\d{1,5})?$/.test(host)) {
    return refuse('access.host-unreadable', { field: 'host' });
  }
  return taken.hosts.has(host) ? refuse('access.host-taken', { field: 'host' }) : ok();
}
