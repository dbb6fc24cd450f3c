import { z } from 'zod';
import { shanghai } from '#kernel/work-calendar.ts';
import { HEARING_STAGES, OPINION_STANCES, STANCES, VERDICTS } from '../contract/hearing.ts';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const flag = z.preprocess((v) => v === true || v === 'on' || v === 'yes', z.boolean());
const version = z.coerce.number().int().min(1);
const ids = z.array(z.uuid()).max(500);

/** A day and a time of Shanghai, `2026-11-30` and `19:00`, as one moment. */
export const moment = z
  .object({ day: z.iso.date(), time: z.iso.time({ precision: -1 }) })
  .transform(({ day, time }) => shanghai(day, Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))));

export const announceForm = z.object({
  /** The hearing this is another round of; null for a new one. */
  hearingId: z.uuid().nullable(),
  roundId: z.uuid(),
  title: text(4, 60),
  question: text(10, 1000),
  background: text(10, 3000),
  affectedText: text(4, 300),
  estateId: z.uuid().nullable(),
  deciderOrgId: z.uuid(),
  stage: z.enum(HEARING_STAGES),
  recruitsUntil: z.iso.date(),
  startsAt: z.coerce.date(),
  place: text(2, 100),
});
export type AnnounceHearing = z.infer<typeof announceForm>;

export const signUpForm = z.object({
  roundId: z.uuid(),
  affected: flag,
  elder: flag,
  stance: z.enum(STANCES),
  /** Goes into the opinion register without the name. */
  opinion: text(0, 1000),
  name: text(0, 40),
  phone: text(0, 30),
});
export type SignUp = z.infer<typeof signUpForm>;

export const withdrawForm = z.object({ signUpId: z.uuid() });

export const revealForm = z.object({ signUpId: z.uuid(), reason: text(2, 200) });
export type RevealPhone = z.infer<typeof revealForm>;

export const seatForm = z.object({ roundId: z.uuid(), version, seatIds: ids });
export type SeatParticipants = z.infer<typeof seatForm>;

const move = { roundId: z.uuid(), version };
export const moveRoundForm = z.discriminatedUnion('step', [
  z.object({ ...move, step: z.literal('set-hearing'), balanceReason: text(0, 500) }),
  z.object({
    ...move,
    step: z.literal('postpone-hearing'),
    recruitsUntil: z.iso.date(),
    startsAt: z.coerce.date(),
    place: text(2, 100),
    reason: text(2, 300),
  }),
  z.object({ ...move, step: z.literal('cancel-hearing'), reason: text(2, 300) }),
  z.object({
    ...move,
    step: z.literal('hold-hearing'),
    record: text(10, 5000),
    cameIds: ids,
    remoteIds: ids,
  }),
]);
export type MoveRound = z.infer<typeof moveRoundForm>;

export const opinionForm = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  stance: z.enum(OPINION_STANCES),
  text: text(2, 1000),
  source: z.enum(['IN_WRITING', 'AT_HEARING']),
});
export type EnterOpinion = z.infer<typeof opinionForm>;

export const answerForm = z.object({
  opinionId: z.uuid(),
  version,
  verdict: z.enum(VERDICTS),
  answer: text(2, 1000),
});
export type AnswerOpinion = z.infer<typeof answerForm>;
