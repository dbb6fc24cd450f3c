import { organisationsByIds, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NoticeKind, NoticeState, NoticeView } from '../contract.ts';
import { type NoticeRow, numbersOf } from '../store/notices.ts';

/** Rows as everybody may read them, in their order. */
export async function noticeViews(tx: Tx, rows: readonly NoticeRow[]): Promise<NoticeView[]> {
  if (rows.length === 0) return [];
  const estates = new Map((await placeTree(tx)).map((estate) => [estate.id, estate]));
  const issuers = await organisationsByIds(
    tx,
    rows.map((row) => row.issuer_org_id),
  );
  const numbers = await numbersOf(
    tx,
    rows.flatMap((row) => row.superseded_by_id ?? []),
  );
  return rows.flatMap((row) => {
    const estate = estates.get(row.estate_id);
    if (!estate) return [];
    const issuer = issuers.get(row.issuer_org_id);
    return [
      {
        id: row.id,
        number: row.number,
        state: row.state as NoticeState,
        kind: row.kind as NoticeKind,
        title: row.title,
        body: row.body,
        estate: { id: estate.id, nameZh: estate.nameZh, nameEn: estate.nameEn },
        buildings: estate.buildings.filter((b) => row.building_ids.includes(b.id)).map((b) => b.number),
        startsAt: row.starts_at,
        endsAt: row.ends_at,
        emergency: row.emergency,
        contactPhone: row.contact_phone,
        issuer: issuer ? { nameZh: issuer.nameZh, nameEn: issuer.nameEn } : null,
        publishedAt: row.published_at,
        supersededBy: numbers.get(row.superseded_by_id ?? '') ?? null,
        supersededReason: row.superseded_reason,
      },
    ];
  });
}
