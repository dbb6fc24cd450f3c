import { organisationsByIds, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { queryTokens } from '#platform/search/bigrams.ts';
import type { PublicNoticeView } from '../../contract/public.ts';
import { type PublicFilter, type PublicRow, publicRows } from '../../store/public-notices.ts';

const MOST = 100;

type Asked = Omit<PublicFilter, 'tokens'> & { readonly words?: string };

/** Notices that may be read by now, the latest first; for the desk also what is scheduled. */
export async function publicNotices(
  tx: Tx,
  filter: Asked = {},
  span: { readonly skip: number; readonly most: number } = { skip: 0, most: MOST },
): Promise<PublicNoticeView[]> {
  const { words, ...rest } = filter;
  const tokens = queryTokens(words ?? '');
  return publicViews(tx, await publicRows(tx, { ...rest, tokens }, span.most, span.skip));
}

/** Rows as everybody may read them, in their order. A scheduled one whose moment has come is live. */
export async function publicViews(tx: Tx, rows: readonly PublicRow[]): Promise<PublicNoticeView[]> {
  if (rows.length === 0) return [];
  const tree = await placeTree(tx);
  const issuers = await organisationsByIds(
    tx,
    rows.map((row) => row.issuer_org_id),
  );
  return rows.map((row) => {
    const issuer = issuers.get(row.issuer_org_id);
    const estates = tree.filter(({ id }) => row.estate_ids.includes(id));
    return {
      id: row.id,
      number: row.number,
      state: row.state === 'SCHEDULED' && row.starts_at <= tx.now ? 'LIVE' : row.state,
      kind: row.kind,
      title: row.title,
      body: row.body,
      basis: row.basis,
      estates: estates.map(({ nameZh, nameEn }) => ({ nameZh, nameEn })),
      buildings: estates
        .flatMap((estate) => estate.buildings.filter(({ id }) => row.building_ids.includes(id)))
        .map(({ number }) => number),
      days: row.days,
      takesObjections: row.takes_objections,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      emergency: row.emergency_reason !== null,
      contactPhone: row.contact_phone,
      desk: row.desk,
      issuer: issuer ? { nameZh: issuer.nameZh, nameEn: issuer.nameEn } : null,
    };
  });
}
