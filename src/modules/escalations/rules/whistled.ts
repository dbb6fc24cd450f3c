/** Whom the general branch whistles for, and what has to be known of a whistle (domain brief §3.8, §4.2). Pure. */
import type { OrgKind } from '#kernel/actor.ts';
import type { WhistleFacts, WhistleState } from '../contract.ts';

/** The street, which may pass it on. */
export const STREET_KINDS: readonly OrgKind[] = ['SUBDISTRICT_OFFICE', 'SUBDISTRICT_PARTY_COMMITTEE'];

/** Organisations outside the neighborhood that are asked to come. */
export const WHISTLED_KINDS: readonly OrgKind[] = [
  ...STREET_KINDS,
  'AGENCY',
  'DISTRICT_HOUSING_BUREAU',
  'HOUSING_OFFICE',
  'COMMUNITY_POLICE',
];

/** From this rung on the street is asked to press. */
export const STREET_RUNG = 2;

/** What has to be known of a whistle before anybody may touch it. */
export function whistleFacts(
  whistle: {
    readonly state: WhistleState;
    readonly org_id: string;
    readonly rung: number;
    readonly street_said: string | null;
  },
  orgKind: string | undefined,
): WhistleFacts {
  return {
    state: whistle.state,
    orgId: whistle.org_id,
    isStreet: STREET_KINDS.some((kind) => kind === orgKind),
    climbed: whistle.rung >= STREET_RUNG && whistle.street_said === null,
  };
}
