import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent, type NewEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { MEETING_SUBJECTS, type MeetingAction, type MeetingFacts } from '../contract/meetings.ts';
import { mayMeet } from '../permissions.ts';
import { HERE, isQuorate, quorumOf, signaturesNeeded } from '../rules/quorum.ts';
import { type ItemRow, lockItem, recusalsOf } from '../store/agenda.ts';
import { attendanceOf } from '../store/attendance.ts';
import { type BodyRow, bodyById, type SeatRow, seatsOn } from '../store/bodies.ts';
import { lockMeeting, type MeetingRow } from '../store/meetings.ts';

/** A meeting that is locked, with its body and the seats of its day. */
export type Gathered = {
  readonly meeting: MeetingRow;
  readonly body: BodyRow;
  readonly seats: readonly SeatRow[];
  readonly facts: MeetingFacts;
};

/** What a permission has to know of a meeting. */
export function factsOf(meeting: MeetingRow, body: BodyRow, seats: readonly SeatRow[]): MeetingFacts {
  return {
    state: meeting.state,
    convenerOrgId: body.convener_org_id,
    secretaryPostId: meeting.secretary_post_id,
    seatOrgIds: seats.map((seat) => seat.org_id),
  };
}

/**
 * Locks a meeting for something that is to be done with it.
 *
 * @returns refusals: not there; not the actor's to do.
 */
export async function gather(tx: Tx, meetingId: string, action: MeetingAction): Promise<Result<Gathered>> {
  const meeting = await lockMeeting(tx, meetingId);
  const body = meeting && (await bodyById(tx, meeting.body_id));
  if (!meeting || !body) return refuse('meetings.not-found');
  const seats = await seatsOn(tx, [body.id], dateKey(meeting.starts_at));
  const facts = factsOf(meeting, body, seats);
  const refusal = mayMeet(tx.actor, action, facts);
  return refusal ? { ok: false, refusal } : { ok: true, value: { meeting, body, seats, facts } };
}

/** Like {@link gather}, with an item of the meeting, while it is in session. */
export async function gatherItem(
  tx: Tx,
  { meetingId, itemId }: { readonly meetingId: string; readonly itemId: string },
  action: MeetingAction,
): Promise<Result<Gathered & { readonly item: ItemRow }>> {
  const gathered = await gather(tx, meetingId, action);
  if (!gathered.ok) return gathered;
  const item = await lockItem(tx, itemId);
  if (!item || item.meeting_id !== meetingId || item.state === 'DROPPED') return refuse('meetings.not-found');
  return { ok: true, value: { ...gathered.value, item } };
}

/** Who is in the room. */
export type Here = {
  readonly orgIds: ReadonlySet<string>;
  readonly seatIds: ReadonlySet<string>;
  readonly quorate: boolean;
};

/** Who is there: the organisations, and whether the seats taken are enough for something to be resolved. */
export async function whoIsHere(
  tx: Tx,
  { meeting, body, seats }: Gathered,
  numbers: { readonly quorumPart: number; readonly quorumWhole: number },
): Promise<Here> {
  const attendance = await attendanceOf(tx, meeting.id);
  const here = new Set(
    attendance.filter(({ presence }) => presence && HERE.includes(presence)).map((row) => row.seat_id),
  );
  const taken = seats.filter((seat) => here.has(seat.id));
  return {
    orgIds: new Set(taken.map((seat) => seat.org_id)),
    seatIds: new Set(taken.map((seat) => seat.id)),
    quorate: isQuorate(taken.length, seats.length, quorumOf(body.kind, numbers)),
  };
}

/**
 * The members who signed a decision, where the law asks for signatures.
 *
 * @returns refusals: somebody who is not there; too few.
 * @source domain brief §3.2 (decision needs signatures of more than half of all members)
 */
export function signersFit(
  { body, seats }: Pick<Gathered, 'body' | 'seats'>,
  here: Here,
  signed: readonly string[] = [],
): Result<string[]> {
  const needed = signaturesNeeded(body.kind, seats.length);
  if (needed === 0) return ok([]);
  const signers = new Set(signed);
  if ([...signers].some((id) => !here.seatIds.has(id)))
    return refuse('meetings.signer-not-here', { field: 'signedSeatIds' });
  if (signers.size < needed)
    return refuse('meetings.too-few-signatures', {
      field: 'signedSeatIds',
      params: { needed, all: seats.length },
      source: 'DOMAIN §3.2',
    });
  return ok([...signers]);
}

/** Organisations that stepped back from an item. */
export async function recusedFrom(tx: Tx, itemId: string): Promise<ReadonlySet<string>> {
  return new Set((await recusalsOf(tx, [itemId])).map((row) => row.org_id));
}

/** The name the trail knows an item's event by, and what it says of every one. */
export async function itemEvent(
  tx: Tx,
  item: Pick<ItemRow, 'id' | 'meeting_id'>,
  event: Omit<NewEvent, 'subjectKind' | 'subjectId'>,
): Promise<void> {
  await appendEvent(tx, {
    ...event,
    subjectKind: MEETING_SUBJECTS.item,
    subjectId: item.id,
    data: { meetingId: item.meeting_id, ...event.data },
  });
}
