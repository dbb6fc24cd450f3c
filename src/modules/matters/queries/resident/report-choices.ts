import { personConcerned } from '#kernel/actor.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { SitePlan } from '#modules/registry/contract/site-plan.ts';
import type { CommonPartView, EstateNode, OrganisationView, Place } from '#modules/registry/contract.ts';
import {
  commonPartsOf,
  homesOf,
  organisations,
  placeTree,
  sitePlans,
  unitsOf,
} from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';

/** What the report form offers to choose from. */
export type ReportChoices = {
  readonly estates: readonly EstateNode[];
  /** Homes of the person signed in; the first one is where most reports come from. */
  readonly homes: readonly Place[];
  readonly commonParts: readonly (CommonPartView & { readonly estateId: string })[];
  /** Plans to choose a place on; an estate without one has none here. */
  readonly plans: readonly SitePlan[];
  /** Organisations a complaint may be about. */
  readonly organisations: readonly OrganisationView[];
};

const MAY_BE_COMPLAINED_ABOUT: readonly string[] = [
  'PROPERTY_COMPANY',
  'OWNERS_COMMITTEE',
  'RESIDENTS_COMMITTEE',
];

/** Places, own homes and organisations for the report form. */
export async function reportChoices(tx: Tx): Promise<ReportChoices> {
  const estates = await placeTree(tx);
  const commonParts: (CommonPartView & { estateId: string })[] = [];
  for (const estate of estates) {
    const parts = await commonPartsOf(tx, estate.id);
    commonParts.push(...parts.map((part) => ({ ...part, estateId: estate.id })));
  }
  const personId = personConcerned(tx.actor);
  const all = await organisations(tx);
  return {
    estates,
    commonParts,
    plans: await sitePlans(tx),
    homes: personId === null ? [] : await homesOf(tx, personId, dateKey(tx.now)),
    organisations: all.filter((org) => MAY_BE_COMPLAINED_ABOUT.includes(org.kind)),
  };
}

/** The unit of a room number typed as people write it (`302`, `0302`, `302室`) in an entrance, or null. */
export async function unitOfRoom(tx: Tx, stairwellId: string, typed: string): Promise<string | null> {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[^0-9A-Za-z]/g, '')
      .replace(/^0+/, '')
      .toUpperCase();
  const wanted = plain(typed);
  const units = await unitsOf(tx, stairwellId);
  return units.find((unit) => plain(unit.room) === wanted)?.id ?? null;
}
