import { liveNotices } from '#modules/notices/facade.server.ts';
import type { DutyPhoneView, Place } from '#modules/registry/contract.ts';
import { dutyPhones, searchPlaces } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Level } from '../../contract.ts';
import { levelOf } from '../../rules/intake/level.ts';
import { suggestCategories } from '../../rules/intake/suggest-category.ts';
import { inScope } from '../../store/desk/listing.ts';
import { deskAsker, deskScope } from './desk-asker.ts';
import { type LikelySame, likelySame } from './related-matters.ts';

/** What somebody who takes a call has typed so far. */
export type CallDraft = {
  readonly words: string;
  readonly place: string;
  /** One of the places found before, as its key. */
  readonly placeChoice: string;
  readonly category: string;
};

export type CallPlace = { readonly key: string; readonly place: Place };

/** What helps while the caller is still on the line. */
export type CallHints = {
  readonly places: readonly CallPlace[];
  /** The one place that is meant, once it is clear. */
  readonly chosen: CallPlace | null;
  readonly notices: Awaited<ReturnType<typeof liveNotices>>;
  readonly likely: readonly LikelySame[];
  readonly suggested: readonly string[];
  readonly level: Level | null;
  /** Duty numbers of the property company of the place; of all companies while the place is not clear. */
  readonly duty: readonly DutyPhoneView[];
};

/** The ids of a place in one word, to send with a form. */
export function placeKey(place: Place): string {
  const ids = [place.building, place.stairwell, place.unit, place.commonPart].map((part) => part?.id ?? '');
  return [place.estate.id, ...ids].join('.');
}

/** Places, works notices, likely duplicates and the level that follow from what has been typed so far. */
export async function callHints(tx: Tx, draft: CallDraft): Promise<CallHints> {
  const found = await searchPlaces(tx, draft.place);
  const places = found.map(({ place }) => ({ key: placeKey(place), place }));
  const chosen = places.find((p) => p.key === draft.placeChoice) ?? (places.length === 1 ? places[0]! : null);
  const suggested = suggestCategories(draft.words).map((s) => s.category);
  const category = draft.category !== '' ? draft.category : (suggested[0] ?? null);
  const estateId = chosen?.place.estate.id ?? sameEstate(places);
  return {
    places,
    chosen,
    suggested,
    duty: await companiesOnDuty(tx, estateId),
    level: draft.words.length < 2 ? null : levelFrom(draft.words, category),
    notices: estateId
      ? await liveNotices(tx, { estateId, buildingId: chosen?.place.building?.id ?? null })
      : [],
    likely:
      estateId && draft.words.length >= 2
        ? await sameThings(tx, draft.words, category, estateId, chosen)
        : [],
  };
}

async function companiesOnDuty(tx: Tx, estateId: string | null): Promise<DutyPhoneView[]> {
  const companies = (await dutyPhones(tx)).filter((duty) => duty.kind === 'PROPERTY_COMPANY');
  return companies.filter((duty) => estateId === null || duty.estateIds.includes(estateId));
}

function levelFrom(text: string, category: string | null): Level {
  const facts = {
    text,
    category: category ?? 'H99',
    conflictOnSite: false,
    orgRequest: false,
    chronic: false,
  };
  return levelOf({ ...facts, kind: 'HELP' }).level;
}

/** Several places in one estate are enough to look for notices and duplicates. */
function sameEstate(places: readonly CallPlace[]): string | null {
  const ids = new Set(places.map((p) => p.place.estate.id));
  return ids.size === 1 ? [...ids][0]! : null;
}

async function sameThings(
  tx: Tx,
  text: string,
  category: string | null,
  estateId: string,
  chosen: CallPlace | null,
): Promise<LikelySame[]> {
  const place = chosen?.place;
  const draft = {
    category,
    text,
    estateId,
    buildingId: place?.building?.id ?? null,
    stairwellId: place?.stairwell?.id ?? null,
    commonPartId: place?.commonPart?.id ?? null,
  };
  return likelySame(tx, draft, inScope(deskScope(tx, await deskAsker(tx))));
}
