import { dateKey } from '#kernel/work-calendar.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { BodyKind } from '../contract/bodies.ts';
import { MEETING_STATES, type MeetingState } from '../contract/meetings.ts';
import { readsMeetings } from '../permissions.ts';
import { meetsAgainBy } from '../rules/after-meeting.ts';
import { allBodies, seatsOn } from '../store/bodies.ts';
import { lastHeldDays, type MeetingRow, meetingsIn } from '../store/meetings.ts';
import { topicsBy } from '../store/topics.ts';
import { dueOf } from './meeting-file.ts';

/** A meeting in a list. */
export type MeetingLine = {
  readonly id: string;
  readonly code: string;
  readonly body: TwoNames;
  readonly isAdHoc: boolean;
  readonly startsAt: Date;
  readonly place: string;
  readonly state: MeetingState;
  /** By when the minutes have to be drafted, answered or published. */
  readonly dueAt: Date | null;
};

/** A body one may do something for: plan its meetings, or ask for a topic. */
export type BodyChoice = TwoNames & { readonly id: string; readonly kind: BodyKind };

const COMING: readonly MeetingState[] = [
  'PLANNED',
  'AGENDA_OPEN',
  'AGENDA_FIXED',
  'NOTICED',
  'IN_SESSION',
  'POSTPONED',
];
const MINUTES: readonly MeetingState[] = ['MINUTES_DRAFT', 'MINUTES_REVIEW', 'SIGNED'];
const MOST = 60;

/** Meetings as a party sees them, with the bodies it convenes or sits in. Null: not for the reader. */
export async function deskMeetings(tx: Tx) {
  if (!readsMeetings(tx.actor)) return null;
  const own = tx.actor.post?.orgId ?? '';
  const bodies = await allBodies(tx);
  const seats = await seatsOn(
    tx,
    bodies.map((body) => body.id),
    dateKey(tx.now),
  );
  const sits = new Set(seats.filter((seat) => seat.org_id === own).map((seat) => seat.body_id));
  const lines = await linesIn(tx, MEETING_STATES);
  const choice = ({ id, name_zh, name_en, kind }: (typeof bodies)[number]): BodyChoice => ({
    id,
    kind,
    nameZh: name_zh,
    nameEn: name_en,
  });
  return {
    hasBodies: bodies.length > 0,
    coming: lines.filter(({ state }) => COMING.includes(state)).reverse(),
    minutes: lines.filter(({ state }) => MINUTES.includes(state)),
    past: lines.filter(({ state }) => !COMING.includes(state) && !MINUTES.includes(state)),
    convenes: bodies.filter((body) => body.convener_org_id === own).map(choice),
    sitsIn: bodies.filter((body) => sits.has(body.id)).map(choice),
    topics: (await topicsBy(tx, own, 10)).map(({ id, title, state, reason, version }) => ({
      id,
      title,
      state,
      reason,
      version,
    })),
  };
}

const PUBLIC: readonly MeetingState[] = ['NOTICED', 'IN_SESSION', 'PLANNED', 'AGENDA_OPEN', 'AGENDA_FIXED'];
const HELD: readonly MeetingState[] = [
  'MINUTES_DRAFT',
  'MINUTES_REVIEW',
  'SIGNED',
  'PUBLISHED',
  'ARCHIVED',
  'INQUORATE',
];

/** What everybody may know: meetings to come and meetings held, without their agendas. */
export async function publicMeetings(tx: Tx) {
  return {
    coming: (await linesIn(tx, PUBLIC)).reverse(),
    held: await linesIn(tx, HELD),
  };
}

async function linesIn(tx: Tx, states: readonly MeetingState[]): Promise<MeetingLine[]> {
  return linesOf(tx, await meetingsIn(tx, states, MOST));
}

async function linesOf(tx: Tx, rows: readonly MeetingRow[]): Promise<MeetingLine[]> {
  const bodies = new Map((await allBodies(tx)).map((body) => [body.id, body]));
  const dues = new Map<string, Date | null>();
  for (const row of rows.filter(({ state }) => MINUTES.includes(state))) {
    const body = bodies.get(row.body_id);
    if (body) dues.set(row.id, await dueOf(tx, row, body));
  }
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    body: {
      nameZh: bodies.get(row.body_id)?.name_zh ?? '',
      nameEn: bodies.get(row.body_id)?.name_en ?? '',
    },
    isAdHoc: row.is_ad_hoc,
    startsAt: row.starts_at,
    place: row.place,
    state: row.state,
    dueAt: dues.get(row.id) ?? null,
  }));
}

/** Every body with its convener and how many seats it has today. */
export async function bodiesList(tx: Tx) {
  if (!readsMeetings(tx.actor)) return null;
  const bodies = await allBodies(tx);
  const orgs = await organisationsByIds(
    tx,
    bodies.map((body) => body.convener_org_id),
  );
  const lastDay = await lastHeldDays(tx);
  return bodies.map((body) => ({
    id: body.id,
    kind: body.kind,
    nameZh: body.name_zh,
    nameEn: body.name_en,
    convener: orgs.get(body.convener_org_id) ?? { nameZh: '', nameEn: '' },
    isOwn: body.convener_org_id === tx.actor.post?.orgId,
    parentId: body.parent_body_id,
    constitutedOn: body.constituted_on,
    version: body.version,
    againBy: meetsAgainBy(body.kind, lastDay.get(body.id) ?? body.constituted_on),
  }));
}
