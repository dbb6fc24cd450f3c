import { dateKey } from '#kernel/work-calendar.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import { resolutionsOf } from '#modules/resolutions/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ItemField } from '../../contract/meetings.ts';
import type { Minutes, MinutesItem } from '../../contract/minutes.ts';
import { HERE, quorumOf, seatsNeeded } from '../../rules/quorum.ts';
import { type ItemRow, itemsOf, positionsOf, recusalsOf, textsOf } from '../../store/agenda.ts';
import { attendanceOf } from '../../store/attendance.ts';
import { bodyById, seatsOn } from '../../store/bodies.ts';
import { meetingById } from '../../store/meetings.ts';
import type { Gathered } from '../gather-meeting.part.ts';

const NOBODY: TwoNames = { nameZh: '', nameEn: '' };

/** The minutes of a meeting as they stand now; what is signed is exactly this. */
export async function minutesOf(
  tx: Tx,
  { meeting, body, seats }: Pick<Gathered, 'meeting' | 'body' | 'seats'>,
): Promise<Minutes> {
  const rules = await rulesVersion(tx, meeting.rules_version_id);
  const presence = new Map((await attendanceOf(tx, meeting.id)).map((row) => [row.seat_id, row.presence]));
  const posts = await postsByIds(
    tx,
    seats.map((seat) => seat.post_id),
  );
  const items = await itemsOf(tx, meeting.id);
  const positions = await positionsOf(
    tx,
    items.map((item) => item.id),
  );
  const orgs = await organisationsByIds(tx, [
    body.convener_org_id,
    ...seats.map((seat) => seat.org_id),
    ...positions.map((one) => one.org_id),
    ...items.flatMap((item) => item.proposed_to_org_id ?? []),
  ]);
  const nameOf = (id: string): TwoNames => {
    const { nameZh, nameEn } = orgs.get(id) ?? NOBODY;
    return { nameZh, nameEn };
  };
  const present = seats.filter((seat) => HERE.includes(presence.get(seat.id) ?? 'ABSENT')).length;
  return {
    code: meeting.code,
    isAdHoc: meeting.is_ad_hoc,
    body: { nameZh: body.name_zh, nameEn: body.name_en },
    convener: nameOf(body.convener_org_id),
    startsAt: meeting.starts_at.toISOString(),
    closedAt: meeting.closed_at?.toISOString() ?? null,
    place: meeting.place,
    rulesLabel: rules?.label ?? '',
    seats: {
      present,
      all: seats.length,
      needed: rules ? seatsNeeded(seats.length, quorumOf(body.kind, rules.numbers)) : 0,
    },
    attendance: seats.map((seat) => {
      const { nameZh, nameEn } = posts.get(seat.post_id) ?? NOBODY;
      return {
        org: nameOf(seat.org_id),
        post: { nameZh, nameEn },
        postId: seat.post_id,
        presence: presence.get(seat.id) ?? null,
      };
    }),
    items: await itemsIn(
      tx,
      meeting.id,
      items.filter(({ state }) => state !== 'DROPPED'),
      seats.length,
      nameOf,
    ),
    remarks: meeting.remarks,
  };
}

async function itemsIn(
  tx: Tx,
  meetingId: string,
  items: readonly ItemRow[],
  seats: number,
  nameOf: (orgId: string) => TwoNames,
): Promise<MinutesItem[]> {
  const ids = items.map((item) => item.id);
  const texts = await textsOf(tx, ids);
  const positions = await positionsOf(tx, ids);
  const recusals = await recusalsOf(tx, ids);
  const resolutions = await resolutionsOf(tx, meetingId);
  return items.map((item, at) => {
    const text = (field: ItemField) =>
      texts.find((one) => one.item_id === item.id && one.field === field)?.text ?? '';
    return {
      n: at + 1,
      isEarlier: item.source === 'EARLIER_DECISIONS',
      title: item.title,
      situation: text('SITUATION') || item.background,
      opinion: text('OPINION'),
      outcome: outcomeOf(item),
      decision: item.outcome_text ?? item.reason ?? '',
      resolutions: resolutions
        .filter((one) => one.itemId === item.id)
        .map(({ code, text: resolved, actions }) => ({
          code,
          text: resolved,
          actions: actions.map(({ number, task, lead, post, postId, dueOn, measure }) => ({
            number,
            task,
            lead: { nameZh: lead.nameZh, nameEn: lead.nameEn },
            post,
            postId,
            dueOn,
            measure,
          })),
        })),
      requirement: text('REQUIREMENT'),
      ...(item.signed_seat_ids.length > 0 && {
        signatures: { signed: item.signed_seat_ids.length, all: seats },
      }),
      proposedTo: item.proposed_to_org_id ? nameOf(item.proposed_to_org_id) : null,
      recused: recusals.filter((one) => one.item_id === item.id).map((one) => nameOf(one.org_id)),
      positions: positions
        .filter((one) => one.item_id === item.id)
        .map((one) => ({
          org: one.is_reservation && !one.is_named ? null : nameOf(one.org_id),
          text: one.text,
          isReservation: one.is_reservation,
        })),
    };
  });
}

function outcomeOf(item: ItemRow): MinutesItem['outcome'] {
  if (item.outcome) return item.outcome;
  return item.state === 'DEFERRED' ? 'DEFERRED' : 'NOT_REACHED';
}

/** The minutes as they were signed, or as they stand now while they are drafted. Null: no such meeting. */
export async function minutesSheet(tx: Tx, meetingId: string): Promise<Minutes | null> {
  const meeting = await meetingById(tx, meetingId);
  const body = meeting && (await bodyById(tx, meeting.body_id));
  if (!meeting || !body) return null;
  if (meeting.minutes_text) return meeting.minutes_text as unknown as Minutes;
  return minutesOf(tx, { meeting, body, seats: await seatsOn(tx, [body.id], dateKey(meeting.starts_at)) });
}
