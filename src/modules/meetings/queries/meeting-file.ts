import { isUuid } from '#kernel/ids.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce, rulesVersion } from '#modules/agreements/facade.server.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import { actionsSince } from '#modules/resolutions/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { BodyKind } from '../contract/bodies.ts';
import {
  MEETING_ACTIONS,
  MEETING_STEPS,
  type MeetingAction,
  type MeetingFacts,
  MINUTES_SUBJECT,
  type Presence,
  type Reply,
} from '../contract/meetings.ts';
import { readsMeetings, standsFor } from '../permissions.ts';
import { dueAfter } from '../rules/after-meeting.ts';
import { meetingLeadsTo } from '../rules/meeting-lifecycle.ts';
import { HERE, quorumOf, seatsNeeded, signaturesNeeded } from '../rules/quorum.ts';
import { timetable } from '../rules/timetable.ts';
import { attendanceOf, sheetsOf } from '../store/attendance.ts';
import { type BodyRow, bodyById } from '../store/bodies.ts';
import { addendaOf, heldBefore, type MeetingRow, meetingById, reviewsOf } from '../store/meetings.ts';
import { agendaOf } from './agenda-views.ts';
import { type SeatView, seatViews } from './body-seats.ts';

/** A seat with what its organisation answered and whether it is there. */
export type SeatAtMeeting = SeatView & {
  readonly reply: Reply | null;
  readonly replyNote: string | null;
  readonly presence: Presence | null;
};

/** By when the next step after the meeting is due; null before it and when nothing is. */
export async function dueOf(tx: Tx, meeting: MeetingRow, body: BodyRow): Promise<Date | null> {
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  if (!rules) return null;
  const due = dueAfter(
    {
      state: meeting.state,
      kind: body.kind,
      closedAt: meeting.closed_at,
      reviewUntil: meeting.review_until,
      signedAt: meeting.signed_at,
    },
    rules.numbers,
    await loadCalendar(tx),
  );
  return due?.known ? due.value : null;
}

const NOBODY: TwoNames = { nameZh: '', nameEn: '' };

/**
 * A meeting as a party of it reads it: facts, agenda, who comes, how the minutes stand, and what the reader may do
 * now. Null when it is not there, or not for the reader.
 */
export async function meetingFile(tx: Tx, id: string) {
  const meeting = isUuid(id) && readsMeetings(tx.actor) ? await meetingById(tx, id) : undefined;
  const body = meeting && (await bodyById(tx, meeting.body_id));
  if (!meeting || !body) return null;
  const seats = await seatsAt(tx, meeting);
  const facts: MeetingFacts = {
    state: meeting.state,
    convenerOrgId: body.convener_org_id,
    secretaryPostId: meeting.secretary_post_id,
    seatOrgIds: seats.map((seat) => seat.org.id),
  };
  const may = new Set(MEETING_ACTIONS.filter((action) => standsFor(tx.actor, action, facts)));
  // Who said what stays among those who sit there, the convener and the secretary.
  const isInside = may.has('write-position') || may.has('write-item');
  const own = tx.actor.post?.orgId ?? null;
  return {
    ...(await plainFacts(tx, meeting, body)),
    body: { id: body.id, kind: body.kind, nameZh: body.name_zh, nameEn: body.name_en },
    seats,
    signaturesNeeded: signaturesNeeded(body.kind, seats.length),
    parent: await parentOf(tx, body),
    quorum: await quorumAt(tx, meeting, body.kind, seats),
    items: await agendaOf(tx, meeting.id, isInside),
    earlier: await earlierOf(tx, meeting),
    steps: MEETING_STEPS.filter((step) => may.has(step) && meetingLeadsTo(step, meeting.state) !== null),
    may: [...may] satisfies MeetingAction[] as readonly MeetingAction[],
    isInside,
    ownOrgId: own,
    ownSeat: seats.find((seat) => seat.org.id === own) ?? null,
    reviews: (await reviewsOf(tx, meeting.id)).map((row) => ({
      orgId: row.org_id,
      agrees: row.agrees,
      text: row.text,
    })),
    addenda: (await addendaOf(tx, meeting.id)).map(({ number, text, added_at }) => ({
      number,
      text,
      addedAt: added_at,
    })),
    sheets: (await sheetsOf(tx, meeting.id)).map(({ id, kept_at }) => ({ id, keptAt: kept_at })),
    atGate: (await approvalsOf(tx, MINUTES_SUBJECT, [meeting.id])).has(meeting.id),
  };
}
export type MeetingFile = NonNullable<Awaited<ReturnType<typeof meetingFile>>>;

async function parentOf(tx: Tx, body: BodyRow): Promise<TwoNames | null> {
  const parent = body.parent_body_id ? await bodyById(tx, body.parent_body_id) : undefined;
  return parent ? { nameZh: parent.name_zh, nameEn: parent.name_en } : null;
}

async function plainFacts(tx: Tx, meeting: MeetingRow, body: BodyRow) {
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  const ahead = meeting.opened_at ? null : await rulesInForce(tx, dateKey(meeting.starts_at));
  const table =
    ahead && timetable(meeting.starts_at, meeting.is_ad_hoc, ahead.numbers, await loadCalendar(tx));
  const secretary = (await postsByIds(tx, [meeting.secretary_post_id])).get(meeting.secretary_post_id);
  const orgs = await organisationsByIds(tx, [body.convener_org_id, secretary?.orgId ?? body.convener_org_id]);
  return {
    id: meeting.id,
    code: meeting.code,
    version: meeting.version,
    state: meeting.state,
    startsAt: meeting.starts_at,
    minutes: meeting.minutes,
    place: meeting.place,
    isAdHoc: meeting.is_ad_hoc,
    adHocReason: meeting.ad_hoc_reason,
    reason: meeting.reason,
    rulesLabel: rules?.label ?? '',
    convener: orgs.get(body.convener_org_id) ?? NOBODY,
    secretary: {
      post: secretary ?? NOBODY,
      org: orgs.get(secretary?.orgId ?? '') ?? NOBODY,
    },
    agendaClosesAt: table?.known ? table.value.agendaClosesAt : null,
    noticeBy: table?.known ? table.value.noticeBy : null,
    noticedAt: meeting.noticed_at,
    openedAt: meeting.opened_at,
    closedAt: meeting.closed_at,
    remarks: meeting.remarks,
    reviewUntil: meeting.review_until,
    signedAt: meeting.signed_at,
    signedByPostId: meeting.signed_by_post_id,
    sealed: meeting.sealed,
    publishedAt: meeting.published_at,
    roomKey: meeting.room_key,
    dueAt: await dueOf(tx, meeting, body),
  };
}

async function seatsAt(tx: Tx, meeting: MeetingRow): Promise<SeatAtMeeting[]> {
  const seats = await seatViews(tx, [meeting.body_id], dateKey(meeting.starts_at));
  const said = new Map((await attendanceOf(tx, meeting.id)).map((row) => [row.seat_id, row]));
  return seats.map((seat) => {
    const row = said.get(seat.id);
    return {
      ...seat,
      reply: row?.reply ?? null,
      replyNote: row?.reply_note ?? null,
      presence: row?.presence ?? null,
    };
  });
}

async function quorumAt(tx: Tx, meeting: MeetingRow, kind: BodyKind, seats: readonly SeatAtMeeting[]) {
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  const needed = rules ? seatsNeeded(seats.length, quorumOf(kind, rules.numbers)) : seats.length;
  const present = seats.filter(({ presence }) => presence && HERE.includes(presence)).length;
  return { present, needed, all: seats.length };
}

/** What came of earlier resolutions: open actions, and those struck off since the meeting before. */
async function earlierOf(tx: Tx, meeting: MeetingRow) {
  const before = await heldBefore(tx, meeting.body_id, meeting.starts_at);
  return actionsSince(tx, dateKey(before?.starts_at ?? meeting.starts_at));
}
