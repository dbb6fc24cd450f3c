import type { Channel, MatterKind } from '#modules/matters/contract.ts';
import { categoryOf } from '#modules/matters/rules/intake/categories.ts';
import type { EstateCode } from '../neighborhood/ids.ts';
import type { OrgKey } from '../neighborhood/organisations.ts';
import type { RosterPerson } from '../neighborhood/roster.ts';
import type { PostKey } from '../neighborhood/staff-posts/staff.ts';
import { LargeStory } from './large-story.ts';
import { jitter, later, type Stage, workLater } from './step.ts';
import type { Answer } from './story.ts';

/** The clerk of the residents' committee who looks after an estate. */
export const CLERK: Readonly<Record<EstateCode, PostKey>> = {
  ZJ: 'RC-DESK-1',
  CS: 'RC-DESK-2',
  LB: 'RC-DESK-3',
};
const PROPERTY: Readonly<Record<EstateCode, OrgKey>> = {
  ZJ: 'propertyZj',
  CS: 'propertyCs',
  LB: 'propertyLb',
};
const OWNERS: Readonly<Record<EstateCode, OrgKey>> = { ZJ: 'ownersZj', CS: 'ownersCs', LB: 'ownersLb' };

export type Lead = { readonly org: OrgKey; readonly head: PostKey; readonly handler: PostKey };

/** The property company of an estate, with the post that answers for a category. */
export function property(estate: EstateCode, category = 'A'): Lead {
  const head = `PC-${estate}-MGR` as PostKey;
  const handler = (category.startsWith('C') ? `PC-${estate}-SEC` : `PC-${estate}-REP-1`) as PostKey;
  return { org: PROPERTY[estate], head, handler };
}

/** The owners' committee of an estate: it also looks into what is said about the company. */
export function owners(estate: EstateCode): Lead {
  const head = `OC-${estate}-HEAD` as PostKey;
  return { org: OWNERS[estate], head, handler: head };
}

/** Who leads matters of a category, as the desk hands them on. */
export function leadFor(estate: EstateCode, category: string): Lead {
  if (/^E0[1345]/.test(category)) return owners(estate);
  if (/^F0[12]/.test(category)) return { org: 'police', head: 'POLICE', handler: 'POLICE' };
  if (/^([DH]|F06|E0[26])/.test(category)) {
    return { org: 'residentsCommittee', head: 'RC-HEAD', handler: CLERK[estate] };
  }
  return property(estate, category);
}

export type Place = {
  readonly stairwell?: number;
  readonly unit?: string;
  readonly part?: string;
  readonly building?: number;
  readonly note?: string;
};

export type Telling = {
  readonly at: Date;
  readonly estate: EstateCode;
  readonly category: string;
  readonly text: string;
  readonly title?: string;
  readonly channel: Channel;
  readonly kind?: MatterKind;
  readonly place: Place;
  /** Null: nobody says who they are. */
  readonly who: Pick<RosterPerson, 'id' | 'name'> | null;
  readonly publish?: boolean;
  readonly externalNo?: string;
  readonly about?: OrgKey;
  /** Typed by this post; absent: the clerk of the estate. */
  readonly typedBy?: PostKey | `BL-${EstateCode}-S${string}`;
};

/** Somebody tells of something: by themselves on the web, or a clerk writes it down for them. */
export function tellOf(stage: Stage, name: string, t: Telling): LargeStory {
  const { demo } = stage;
  const story = new LargeStory(stage, name);
  const own = t.channel === 'WEB' && t.who !== null;
  const anonymousWeb = t.channel === 'WEB' && t.who === null;
  const nobody = {
    ...demo.actorAtHome(demo.people.mrLi),
    role: 'ANON' as const,
    personId: null,
    householdUnitIds: [],
  };
  const actor = own
    ? demo.actorAtHome(t.who.id)
    : anonymousWeb
      ? nobody
      : demo.actorInPost(t.typedBy ?? CLERK[t.estate]);
  const phone = t.who ? demo.phoneOf(t.who.id) : null;
  return story.begin(t.at, actor, {
    channel: t.channel,
    description: t.text,
    ...(t.title ? { title: t.title } : {}),
    category: t.category,
    kind: t.kind,
    estateId: demo.estates[t.estate],
    buildingId: t.place.building ? demo.buildingId(t.estate, t.place.building) : undefined,
    stairwellId: t.place.stairwell ? demo.stairwellId(t.estate, t.place.stairwell) : undefined,
    unitId: t.place.unit ? demo.unitId(t.place.unit) : undefined,
    commonPartId: t.place.part ? demo.commonPartId(t.place.part) : undefined,
    placeNote: t.place.note ?? '',
    reporter: t.who === null ? 'ANONYMOUS' : own ? 'SELF' : 'NAMED',
    reporterName: own || !t.who ? '' : t.who.name,
    reporterPhone: own || !phone ? '' : phone,
    publishConsent: t.publish ?? true,
    externalNo: t.externalNo ?? '',
    complainedOrgId: t.about ? demo.orgs[t.about] : undefined,
    ...(own ? {} : { entrySeconds: 45 + jitter(name, 80), overrideLimit: true }),
  });
}

export type Handling = {
  /** Absent: whoever usually leads such matters. */
  readonly by?: Lead;
  /** Runs by the clock on the wall; absent: as its category says. */
  readonly urgent?: boolean;
  /** Working minutes (wall minutes for urgent matters) until these happen; defaults are the usual ones. */
  readonly contactAfter?: number;
  readonly doneAfter?: number;
  readonly summary: string;
  readonly publicLine?: string;
  readonly notes?: readonly string[];
};

/** Moments of the usual way through, so that a story can put its own scenes between them. */
export type Course = {
  readonly story: LargeStory;
  readonly lead: Lead;
  readonly urgent: boolean;
  readonly handedOn: Date;
  readonly contacted: Date;
  /** A moment after some time of work. */
  readonly after: (from: Date, minutes: number) => Date;
};

function isUrgent(category: string): boolean {
  const level = categoryOf(category)?.level;
  return level === 'P0' || level === 'P1';
}

/** Told, taken up, handed on, accepted, and the reporter contacted. */
export function inHand(
  stage: Stage,
  name: string,
  t: Telling,
  h: { contactAfter?: number; urgent?: boolean; lead?: Lead } = {},
): Course {
  const story = tellOf(stage, name, t);
  const lead = h.lead ?? leadFor(t.estate, t.category);
  const urgent = h.urgent ?? isUrgent(t.category);
  const after = (from: Date, minutes: number) =>
    urgent ? later(from, minutes) : workLater(stage, from, minutes);
  const accepted = after(t.at, 4 + jitter(`${name}a`, urgent ? 12 : 60));
  const handedOn = after(accepted, 2 + jitter(`${name}b`, 12));
  const taken = after(handedOn, 5 + jitter(`${name}c`, urgent ? 10 : 90));
  const contacted = after(taken, h.contactAfter ?? 5 + jitter(`${name}d`, urgent ? 20 : 100));
  story.accept(accepted, CLERK[t.estate]).assign(handedOn, CLERK[t.estate], lead.org);
  story.take(taken, lead.head, lead.handler);
  if (t.who !== null) story.contact(contacted, lead.handler);
  return { story, lead, urgent, handedOn, contacted, after };
}

/** Done by the handler. */
export function carryOut(course: Course, name: string, h: Handling): Date {
  const { story, lead, contacted, after } = course;
  const minutes = h.doneAfter ?? 200;
  for (const [i, text] of (h.notes ?? []).entries()) {
    story.tell(after(contacted, (minutes * (i + 1)) / ((h.notes?.length ?? 0) + 2)), lead.handler, text);
  }
  const finished = after(contacted, minutes + jitter(`${name}e`, 20));
  story.done(finished, lead.handler, h.summary, h.publicLine ?? '');
  return finished;
}

/** The follow-up a working day later, by somebody outside the lead, or by the reporter on the web. */
export function followUp(
  stage: Stage,
  course: Course,
  t: Telling,
  finished: Date,
  answer: Answer | null,
): Date {
  const { story, lead } = course;
  if (t.who === null) return finished;
  const asker: PostKey = lead.org === 'residentsCommittee' ? 'GB-DEP' : CLERK[t.estate];
  const asked = workLater(stage, finished, 120 + jitter(`${story.name}f`, 420));
  if (answer === null) {
    for (const wait of [0, 420, 840]) story.ask(workLater(stage, asked, wait + 1), asker, null);
    return workLater(stage, asked, 900);
  }
  if (t.channel === 'WEB') story.answer(asked, stage.demo.actorAtHome(t.who.id), answer);
  else story.ask(asked, asker, answer);
  return asked;
}

/** The whole usual way: told, in hand, done, confirmed. */
export function usual(stage: Stage, name: string, t: Telling, h: Handling, answer: Answer | null): Course {
  const { by, urgent, contactAfter } = h;
  const course = inHand(stage, name, t, {
    ...(by ? { lead: by } : {}),
    ...(urgent === undefined ? {} : { urgent }),
    ...(contactAfter === undefined ? {} : { contactAfter }),
  });
  const finished = carryOut(course, name, h);
  followUp(stage, course, t, finished, answer);
  return course;
}
