import { z } from 'zod';
import { OBJECTION_CHANNELS, OBJECTION_OUTCOMES, PUBLIC_KINDS } from '../contract/public.ts';

const many = z.preprocess(
  (v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]),
  z.array(z.uuid()),
);
const flag = z.preprocess((v) => v === true || v === 'on' || v === 'yes' || v === 'true', z.boolean());
const noneWhenEmpty = (v: unknown) => (v === '' || v === undefined ? null : v);

/** What an announcement or a public notice takes; with `replacesId` in the place of another, with the reason. */
export const publicNoticeForm = z
  .object({
    kind: z.enum(PUBLIC_KINDS),
    title: z.string().trim().min(2).max(60),
    body: z.string().trim().min(5).max(4000),
    basis: z.string().trim().min(2).max(200),
    estateIds: many,
    buildingIds: many,
    days: z.coerce.number().int().min(1).max(365),
    /** When it is to be read from; null: as soon as it is approved. */
    startsAt: z.preprocess(noneWhenEmpty, z.coerce.date().nullable()).default(null),
    contactPhone: z.string().trim().min(3).max(30),
    desk: z.string().trim().min(2).max(80),
    emergency: flag.default(false),
    emergencyReason: z.string().trim().max(200).default(''),
    replacesId: z.preprocess(noneWhenEmpty, z.uuid().nullable()).default(null),
    reason: z.string().trim().max(200).default(''),
  })
  .refine((notice) => notice.replacesId === null || notice.reason.length >= 2, { path: ['reason'] });
export type PublicNoticeInput = z.infer<typeof publicNoticeForm>;

/** Somebody in scope objects, signed in. */
export const objectForm = z.object({
  number: z.string().trim().min(5).max(20),
  objection: z.string().trim().min(5).max(1000),
});
export type ObjectInput = z.infer<typeof objectForm>;

/** The same, taken by the receiver at the desk, on the phone or on paper, with the real name. */
export const recordObjectionForm = objectForm.extend({
  channel: z.enum(OBJECTION_CHANNELS).exclude(['WEB']),
  name: z.string().trim().min(2).max(40),
  madeAt: z.coerce.date(),
});
export type RecordObjectionInput = z.infer<typeof recordObjectionForm>;

export const answerForm = z.object({
  objectionId: z.uuid(),
  outcome: z.enum(OBJECTION_OUTCOMES),
  answer: z.string().trim().min(5).max(1000),
  /** What everybody will read of the objection: its matter, without who it came from. */
  gist: z.string().trim().min(5).max(1000),
});
export type AnswerInput = z.infer<typeof answerForm>;

export const outageForm = z.object({
  number: z.string().trim().min(5).max(20),
  from: z.coerce.date(),
  to: z.coerce.date(),
  reason: z.string().trim().min(2).max(200),
});
export type OutageInput = z.infer<typeof outageForm>;

export const hangUpForm = z.object({
  number: z.string().trim().min(5).max(20),
  place: z.string().trim().min(2).max(80),
  hungAt: z.coerce.date(),
  checkMark: z.string().trim().min(4).max(12),
});
export type HangUpInput = z.infer<typeof hangUpForm>;

export const takeDownForm = z.object({ postingId: z.uuid() });
export type TakeDownInput = z.infer<typeof takeDownForm>;
