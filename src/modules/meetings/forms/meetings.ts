import { z } from 'zod';
import { BODY_KINDS } from '../contract/bodies.ts';
import { ITEM_FIELDS, ITEM_SOURCES, PRESENCES, REPLIES } from '../contract/meetings.ts';

const line = (most: number) => z.string().trim().min(2).max(most);
const version = z.coerce.number().int().min(1);
const reason = line(300);
const meeting = { meetingId: z.uuid() };
const item = { ...meeting, itemId: z.uuid() };

const seats = z
  .array(z.object({ postId: z.uuid(), alternatePostIds: z.array(z.uuid()).max(3) }))
  .min(1)
  .max(60);

export const constituteForm = z.object({
  id: z.uuid(),
  kind: z.enum(BODY_KINDS),
  nameZh: line(60),
  nameEn: line(100),
  parentBodyId: z.uuid().nullable(),
  constitutedOn: z.iso.date(),
  seats,
});
export type ConstituteBody = z.infer<typeof constituteForm>;

export const seatForm = z.object({ bodyId: z.uuid(), version, seats });
export type SeatBody = z.infer<typeof seatForm>;

const where = {
  minutes: z.coerce.number().int().min(10).max(600),
  place: line(80),
  secretaryPostId: z.uuid(),
};
export const planForm = z.object({
  ...where,
  id: z.uuid(),
  bodyId: z.uuid(),
  /** `2026-04-16T19:00`, Shanghai. */
  startsAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  isAdHoc: z.boolean(),
  adHocReason: z.string().trim().max(300),
});
export type PlanMeeting = z.infer<typeof planForm>;

export const seriesForm = z.object({
  ...where,
  bodyId: z.uuid(),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  months: z.coerce.number().int().min(1).max(12),
  weekday: z.coerce.number().int().min(1).max(7),
  nth: z.coerce.number().int().min(1).max(4),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});
export type PlanSeries = z.infer<typeof seriesForm>;

const moving = { ...meeting, version };
export const moveForm = z.discriminatedUnion('step', [
  z.object({
    ...moving,
    step: z.literal([
      'open-agenda',
      'fix-agenda',
      'reopen-agenda',
      'send-notice',
      'open-session',
      'close-session',
      'close-inquorate',
      'send-minutes',
      'redraft-minutes',
      'sign-minutes',
      'publish-minutes',
      'archive-meeting',
    ]),
  }),
  z.object({ ...moving, step: z.literal(['postpone-meeting', 'cancel-meeting']), reason }),
  z.object({
    ...moving,
    step: z.literal('set-new-day'),
    startsAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
    place: line(80),
  }),
]);
export type MoveMeeting = z.infer<typeof moveForm>;

export const topicForm = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  title: line(60),
  question: line(200),
  background: line(1000),
});
export type AskTopic = z.infer<typeof topicForm>;

export const settleTopicForm = z.object({ topicId: z.uuid(), version, reason });
export type SettleTopic = z.infer<typeof settleTopicForm>;

export const agendaForm = z.object({
  ...meeting,
  id: z.uuid(),
  source: z.enum(ITEM_SOURCES),
  sourceId: z.uuid().nullable(),
  title: line(60),
  question: line(200),
  background: z.string().trim().max(2000),
  minutes: z.coerce.number().int().min(1).max(240),
  leadOrgId: z.uuid().nullable(),
  /** A figure a line, at most six of them. */
  facts: z
    .string()
    .max(400)
    .refine((text) => text.trim().split('\n').length <= 6),
  guests: z.string().trim().max(200),
  /** Ways it could be settled, one a line. */
  options: z.string().trim().max(600).optional(),
  lateReason: z.string().trim().max(300),
});
export type PutOnAgenda = z.infer<typeof agendaForm>;

export const changeAgendaForm = z.discriminatedUnion('what', [
  z.object({
    ...item,
    version,
    what: z.literal('correct'),
    title: line(60),
    question: line(200),
    background: z.string().trim().max(2000),
    minutes: z.coerce.number().int().min(1).max(240),
    leadOrgId: z.uuid().nullable(),
    guests: z.string().trim().max(200),
    options: z.string().trim().max(600).optional(),
  }),
  z.object({ ...item, version, what: z.literal(['up', 'down']) }),
  z.object({ ...item, version, what: z.literal('drop'), reason }),
]);
export type ChangeAgenda = z.infer<typeof changeAgendaForm>;

export const replyForm = z.object({
  ...meeting,
  reply: z.enum(REPLIES),
  note: z.string().trim().max(200),
});
export type ReplyInvitation = z.infer<typeof replyForm>;

export const attendanceForm = z.object({
  ...meeting,
  seats: z.array(z.object({ seatId: z.uuid(), presence: z.enum(PRESENCES) })).max(60),
});
export type RecordAttendance = z.infer<typeof attendanceForm>;

export const sheetForm = z.object(meeting);

export const hereForm = z.object({ ...meeting, roomKey: z.string().min(8).max(60) });
export type SayHere = z.infer<typeof hereForm>;

export const writeItemForm = z.object({
  ...item,
  field: z.enum(ITEM_FIELDS),
  text: z.string().trim().max(2000),
  /** Version of the field that was read; 0 when nothing had been written. */
  version: z.coerce.number().int().min(0),
});
export type WriteItem = z.infer<typeof writeItemForm>;

export const positionForm = z.object({
  ...item,
  text: line(500),
  isReservation: z.boolean(),
  isNamed: z.boolean(),
  version: z.coerce.number().int().min(0),
});
export type WritePosition = z.infer<typeof positionForm>;

export const recuseForm = z.object({ ...item, reason });
export type Recuse = z.infer<typeof recuseForm>;

export const takeItemForm = z.object({ ...item, version });
export type TakeItem = z.infer<typeof takeItemForm>;

export const deferForm = z.object({ ...item, version, reason });
export type DeferItem = z.infer<typeof deferForm>;

/** Members of an owners' committee who signed; of other bodies nobody. */
const signedSeatIds = z.array(z.uuid()).max(60).optional();

export const concludeForm = z.discriminatedUnion('outcome', [
  z.object({
    ...item,
    version,
    outcome: z.literal([
      'CONSENSUS',
      'BROAD_CONSENSUS',
      'NOTED',
      'TO_COORDINATION',
      'TO_STREET',
      'TO_PARENT',
    ]),
    text: line(1000),
    signedSeatIds,
  }),
  z.object({
    ...item,
    version,
    outcome: z.literal('TO_OWNERS'),
    text: line(1000),
    proposedToOrgId: z.uuid(),
  }),
]);
export type ConcludeItem = z.infer<typeof concludeForm>;

export const resolveForm = z.object({
  ...item,
  version,
  resolutionId: z.uuid(),
  /** As people call the meeting: 「4 月 16 日临时联席会议」. */
  meetingTitle: line(80),
  text: z.string().trim().min(4).max(1000),
  /** Matters it concerns besides the one the item came from. */
  matterIds: z.array(z.uuid()).max(100).default([]),
  signedSeatIds,
  actions: z
    .array(
      z.object({
        id: z.uuid().optional(),
        task: line(300),
        postId: z.uuid(),
        /** As typed: 「4月20日」; what is no working day is refused with words. */
        due: z.string().max(40),
        measure: line(200),
        /** Number of an earlier action of this resolution that has to be struck off first. */
        after: z.number().int().min(1).optional(),
      }),
    )
    .min(1)
    .max(8),
});
export type ResolveItem = z.infer<typeof resolveForm>;

export const remarksForm = z.object({ ...meeting, version, text: z.string().trim().max(2000) });
export type WriteRemarks = z.infer<typeof remarksForm>;

export const reviewForm = z.object({
  ...meeting,
  agrees: z.boolean(),
  text: z.string().trim().max(500),
});
export type ReviewMinutes = z.infer<typeof reviewForm>;

export const addendumForm = z.object({ ...meeting, text: line(1000) });
export type AddAddendum = z.infer<typeof addendumForm>;

/** Rows of actions the form of a resolution shows; those left empty count for nothing. */
export const ACTION_ROWS = 4;
