/** What others may know of the register: kinds, places, organisations, posts, people, teams, events. Pure. */
import type { ActingPost, OrgKind } from '#kernel/actor.ts';

export const UNIT_KINDS = ['DWELLING', 'SHOP', 'PARKING'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Where the area of an exclusive part comes from, the strongest first (Interp. Civil Code ownership, art. 8). */
export const AREA_SOURCES = ['REGISTRY', 'SURVEY', 'CONTRACT'] as const;
export type AreaSource = (typeof AREA_SOURCES)[number];

export const COMMON_PART_KINDS = [
  'GATE',
  'LIFT',
  'PUMP_ROOM',
  'WASTE_STATION',
  'STREET_LAMP',
  'PLAYGROUND',
  'PARKING_PLACE',
  'BASEMENT_ROOM',
  'GREEN',
  'OTHER',
] as const;
export type CommonPartKind = (typeof COMMON_PART_KINDS)[number];

/** What a post does in its organisation. Work of a vacant post goes to the DEPUTY, then the HEAD. */
export const DUTIES = [
  'HEAD',
  'DEPUTY',
  'DESK',
  'HANDLER',
  'MEDIATOR',
  'GUARD',
  'LEADER',
  'MEMBER',
  // Reads everything and changes nothing, whichever organisation it is in (domain brief §3.16, AUD).
  'AUDITOR',
] as const;
export type Duty = (typeof DUTIES)[number];

/**
 * How somebody belongs to a unit. The two developer relations are parts not sold yet and parts sold but not
 * handed over; together they are one head (domain brief §3.1).
 */
export const UNIT_RELATIONS = [
  'OWNER',
  'CO_OWNER',
  'TENANT',
  'HOUSEHOLD_MEMBER',
  'DEVELOPER_UNSOLD',
  'DEVELOPER_UNDELIVERED',
] as const;
export type UnitRelation = (typeof UNIT_RELATIONS)[number];

/** Relations that make somebody an owner. */
export const OWNING_RELATIONS: readonly UnitRelation[] = ['OWNER', 'CO_OWNER'];

export const TEAM_KINDS = [
  'WOODPECKER',
  'SECURITY',
  'ACTIVITY_GROUP',
  'VOLUNTEERS',
  'MEDIATION',
  'BLOCK_LEADERS',
] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

/** A day in Asia/Shanghai, `2026-11-20`. Last days belong to the period. */
export type Day = string;

/** Purposes of blind indexes, the same wherever a phone is looked up. */
export const PHONE_INDEX = 'phone';
export const PHONE_TAIL_INDEX = 'phone-tail';

export type NeighborhoodProfile = {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Figures as the neighborhood states them, with their source; nothing is computed from them. */
  readonly statedPopulation: string;
  readonly statedPartyMembers: string;
  readonly statedSource: string;
};

/** A name in the two languages of the program. */
export type TwoNames = { readonly nameZh: string; readonly nameEn: string };

/** The parts of a place as they are known; the estate always is. */
export type PlaceIds = {
  readonly estateId: string;
  readonly buildingId?: string | null;
  readonly stairwellId?: string | null;
  readonly unitId?: string | null;
  readonly commonPartId?: string | null;
};

/** Where something is. Parts belong together: a unit lies in its stairwell, that in its building and estate. */
export type Place = {
  readonly estate: { readonly id: string; readonly code: string } & TwoNames;
  readonly building: { readonly id: string; readonly number: number } | null;
  readonly stairwell: { readonly id: string; readonly code: string; readonly number: number } | null;
  readonly unit: {
    readonly id: string;
    readonly code: string;
    readonly room: string;
    readonly kind: UnitKind;
  } | null;
  readonly commonPart:
    | ({ readonly id: string; readonly code: string; readonly kind: CommonPartKind } & TwoNames)
    | null;
};

/** A place found by typed words, best first. */
export type FoundPlace = { readonly ids: Required<PlaceIds>; readonly place: Place };

export type StairwellNode = { readonly id: string; readonly code: string; readonly number: number };
export type BuildingNode = {
  readonly id: string;
  readonly number: number;
  readonly stairwells: readonly StairwellNode[];
};
export type EstateNode = TwoNames & {
  readonly id: string;
  readonly code: string;
  readonly buildings: readonly BuildingNode[];
};

export type UnitView = {
  readonly id: string;
  readonly code: string;
  readonly room: string;
  readonly kind: UnitKind;
};
export type CommonPartView = TwoNames & {
  readonly id: string;
  readonly code: string;
  readonly kind: CommonPartKind;
  readonly buildingId: string | null;
  readonly stairwellId: string | null;
};

export type OrganisationView = TwoNames & {
  readonly id: string;
  readonly kind: OrgKind;
  readonly agencyKind: string | null;
  /** A published office or duty number. */
  readonly dutyPhone: string | null;
  readonly parentId: string | null;
  /** Estates it serves on the day asked for; an organisation of the whole neighborhood names each. */
  readonly estateIds: readonly string[];
};

export type DutyPhoneView = TwoNames & {
  readonly orgId: string;
  readonly kind: OrgKind;
  readonly phone: string;
  readonly estateIds: readonly string[];
};

export type PostView = TwoNames & {
  readonly id: string;
  readonly orgId: string;
  readonly orgKind: OrgKind;
  readonly code: string;
  readonly duty: Duty;
  readonly isHead: boolean;
  readonly estateId: string | null;
  readonly stairwellId: string | null;
};

/** Who does a post's work on a day. */
export type Holder = {
  /** The post the person holds: the one asked for, or that of the deputy or head who stands in. */
  readonly postId: string;
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** First day in that post. */
  readonly since: Day;
  /** `HOLDER`: the post's own holder. Otherwise the post is vacant and this person stands in. */
  readonly as: 'HOLDER' | 'DEPUTY' | 'HEAD';
};

/** A post a person may act in, with the words to choose it by. */
export type HeldPost = ActingPost &
  TwoNames & {
    readonly duty: Duty;
    readonly estateId: string | null;
    readonly orgNameZh: string;
    readonly orgNameEn: string;
    readonly since: Day;
  };

export type PersonView = { readonly id: string; readonly name: string; readonly nameEn: string | null };

export type TeamView = TwoNames & {
  readonly id: string;
  readonly kind: TeamKind;
  readonly scheduleZh: string;
  readonly scheduleEn: string;
  /** Null: a party group so small that its number would tell who is in it. */
  readonly members: number | null;
};

/** Events others may listen to. */
export const REGISTRY_EVENTS = {
  neighborhoodFounded: 'registry.neighborhood-founded',
  estateAdded: 'registry.estate-added',
  organisationAdded: 'registry.organisation-added',
  postAdded: 'registry.post-added',
  personAdded: 'registry.person-added',
  appointed: 'registry.appointed',
  /** Payload {@link AppointmentEnded}; open work of the post now waits for the successor or the deputy. */
  appointmentEnded: 'registry.appointment-ended',
  unitHeld: 'registry.unit-held',
  holdingEnded: 'registry.holding-ended',
  unitTransferred: 'registry.unit-transferred',
  representativeChosen: 'registry.representative-chosen',
  personCorrected: 'registry.person-corrected',
  letIntoUnit: 'registry.let-into-unit',
  leftUnit: 'registry.left-unit',
  teamFormed: 'registry.team-formed',
  placeAdded: 'registry.place-added',
  placeCorrected: 'registry.place-corrected',
  placeRemoved: 'registry.place-removed',
  sitePlanUploaded: 'registry.site-plan-uploaded',
  sitePlanDrawn: 'registry.site-plan-drawn',
  sitePlanErased: 'registry.site-plan-erased',
  importUploaded: 'registry.import-uploaded',
  importAsked: 'registry.import-asked',
  /** Payload: how many rows were new, changed, rejected. Units, people and holdings changed in bulk. */
  importCommitted: 'registry.import-committed',
  importDiscarded: 'registry.import-discarded',
  importUndone: 'registry.import-undone',
} as const;

/** Payload of `registry.appointment-ended`. */
export type AppointmentEnded = {
  readonly appointmentId: string;
  readonly postId: string;
  readonly personId: string;
  readonly lastDay: Day;
};

/** Kinds of subjects of the register's events. */
export const REGISTRY_SUBJECTS = {
  neighborhood: 'neighborhood',
  estate: 'estate',
  organisation: 'organisation',
  post: 'post',
  person: 'person',
  appointment: 'appointment',
  unit: 'unit',
  team: 'team',
  sitePlan: 'site-plan',
  importBatch: 'import',
} as const;

/** How much of a place is told: all of it, without the household, or the estate only. */
export type PlaceDetail = 'FULL' | 'BUILDING' | 'ESTATE';

/** The language of a page: what `usePage()` gives. */
export type PlaceLanguage = {
  readonly locale: 'zh-CN' | 'en';
  readonly t: (key: string, params?: Readonly<Record<string, string | number>>) => string;
};

/**
 * A place in words, from large to small. `BUILDING` leaves out the unit and the entrance, so that no
 * household can be told from it; a common part is never private and stays.
 */
export function placeText(place: Place, language: PlaceLanguage, detail: PlaceDetail = 'FULL'): string {
  const { locale, t } = language;
  const name = (names: TwoNames) => (locale === 'en' ? names.nameEn : names.nameZh);
  const parts = [name(place.estate)];
  if (detail !== 'ESTATE') {
    if (place.building) parts.push(t('registry.place.building', { number: place.building.number }));
    if (detail === 'FULL' && place.stairwell) {
      parts.push(t('registry.place.stairwell', { number: place.stairwell.number }));
    }
    if (detail === 'FULL' && place.unit) {
      const key = place.unit.kind === 'DWELLING' ? 'registry.place.room' : 'registry.place.unit';
      parts.push(t(key, { room: place.unit.room }));
    }
    if (place.commonPart) parts.push(name(place.commonPart));
  }
  return parts.join(locale === 'en' ? ', ' : ' ');
}

/** A name that stands in the register, with the words of the published posts its bearers hold. */
export type KnownName = { readonly name: string; readonly posts: readonly string[] };
