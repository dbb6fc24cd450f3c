import { dateKey } from '#kernel/work-calendar.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { holdersOf, organisations, postsOf, searchPlaces } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { inScope } from '../../store/desk/listing.ts';
import { mattersNamed } from '../../store/desk/related.ts';
import { detailsOf } from '../../store/details.ts';
import { findMatterByCode } from '../../store/matters.ts';
import { deskAsker, deskScope } from './desk-asker.ts';
import type { Dossier } from './dossier.ts';

export type OrgChoice = TwoNames & { readonly id: string; readonly serves: boolean };
export type PostChoice = TwoNames & {
  readonly id: string;
  readonly org: TwoNames;
  readonly orgId: string;
  readonly holder: { readonly name: string; readonly nameEn: string | null } | null;
};

/** Organisations that handle matters, those that serve the estate first, and their posts with today's holders. */
export async function handlerChoices(
  tx: Tx,
  estateId: string | null,
): Promise<{ organisations: OrgChoice[]; posts: PostChoice[] }> {
  const handling = ['RESIDENTS_COMMITTEE', 'PARTY_GENERAL_BRANCH', 'OWNERS_COMMITTEE', 'PROPERTY_COMPANY'];
  const outside = [
    'HOUSING_OFFICE',
    'DISTRICT_HOUSING_BUREAU',
    'COMMUNITY_POLICE',
    'AGENCY',
    'MEDIATION_COMMITTEE',
  ];
  const all = (await organisations(tx)).filter((o) => [...handling, ...outside].includes(o.kind));
  const serves = (o: (typeof all)[number]) => estateId === null || o.estateIds.includes(estateId);
  const sorted = all.toSorted((a, b) => Number(serves(b)) - Number(serves(a)));
  const posts = await postsOf(
    tx,
    sorted.map((o) => o.id),
  );
  const holders = await holdersOf(
    tx,
    posts.map((p) => p.id),
    dateKey(tx.now),
  );
  const orgs = new Map(sorted.map((o) => [o.id, o]));
  return {
    organisations: sorted.map((o) => ({ id: o.id, nameZh: o.nameZh, nameEn: o.nameEn, serves: serves(o) })),
    posts: posts
      .toSorted(
        (a, b) => sorted.findIndex((o) => o.id === a.orgId) - sorted.findIndex((o) => o.id === b.orgId),
      )
      .map((p) => ({
        id: p.id,
        nameZh: p.nameZh,
        nameEn: p.nameEn,
        orgId: p.orgId,
        org: orgs.get(p.orgId)!,
        holder: holders.get(p.id) ?? null,
      })),
  };
}

/** What the fields of a matter's actions choose from. */
export async function actionChoices(tx: Tx, matter: Dossier) {
  const visits = await detailsOf(tx, 'matters.home_visit', matter.row.id);
  return {
    ...(await handlerChoices(tx, matter.place.estate.id)),
    visits: visits
      .filter((v) => v.state === 'PLANNED')
      .map((v) => ({ id: v.id, plannedFor: v.planned_for, visitors: v.visitors })),
  };
}
export type ActionChoices = Awaited<ReturnType<typeof actionChoices>>;

/** The id of a matter's code, if the reader may see it; undefined otherwise. */
export async function matterIdOf(tx: Tx, code: string): Promise<string | undefined> {
  const row = await findMatterByCode(tx, code.trim().toUpperCase());
  if (!row) return undefined;
  const allowed = inScope(deskScope(tx, await deskAsker(tx)));
  return (await mattersNamed(tx, [row.id], allowed))[0]?.id;
}

/** The dwelling of what was typed, when exactly one fits; undefined otherwise. */
export async function unitIdOf(tx: Tx, typed: string): Promise<string | undefined> {
  const found = (await searchPlaces(tx, typed)).filter((place) => place.ids.unitId !== null);
  return found.length === 1 ? (found[0]?.ids.unitId ?? undefined) : undefined;
}
