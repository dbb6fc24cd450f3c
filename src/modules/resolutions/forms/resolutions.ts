import { z } from 'zod';
import { ANSWERS, ASKED_HOW, CHECKS, ENDINGS } from '../contract.ts';

export const recordForm = z.object({
  id: z.uuid(),
  meeting: z.string().trim().min(2).max(80),
  resolvedOn: z.iso.date(),
  text: z.string().trim().min(4).max(1000),
  /** The meeting it was resolved in and the item of its agenda, when the meeting is kept here. */
  meetingId: z.uuid().optional(),
  agendaItemId: z.uuid().optional(),
  /** Matters it came from; what is decided flows back to them. */
  matterIds: z.array(z.uuid()).max(100).default([]),
  actions: z
    .array(
      z.object({
        id: z.uuid().optional(),
        task: z.string().trim().min(2).max(300),
        /** The post that answers for it; its organisation leads. */
        postId: z.uuid(),
        /** As typed: 「4月20日」; what is no working day is refused with words. */
        due: z.string().max(40),
        measure: z.string().trim().min(2).max(200),
        /** Number of an earlier action of this resolution that has to be struck off first. */
        after: z.number().int().min(1).optional(),
      }),
    )
    .min(1)
    .max(8),
});
export type RecordResolution = z.infer<typeof recordForm>;

/** A resident has no version to be held to. */
const which = { actionId: z.uuid(), version: z.coerce.number().int().min(1) };
const words = z.string().trim().min(2).max(500);
const maybeWords = z.string().trim().max(500).default('');
const plain = ['strike-off', 'grant-later', 'unblock-action'] as const;
const withReason = [
  'contest-action',
  'return-action',
  'refuse-later',
  'block-action',
  'supervise-action',
  'stop-waiting',
] as const;
const another = z.uuid().or(z.literal('').transform(() => undefined));

export const stepForm = z.discriminatedUnion('step', [
  z.object({ ...which, step: z.literal(plain) }),
  z.object({ ...which, step: z.literal('accept-action'), postId: another.optional() }),
  z.object({ ...which, step: z.literal(withReason), reason: words }),
  z.object({ ...which, step: z.literal('submit-action'), evidence: words }),
  z.object({ ...which, step: z.literal('check-action'), how: z.enum(CHECKS), said: words }),
  z.object({
    ...which,
    version: z.coerce.number().int().default(0),
    step: z.literal('answer-as-requester'),
    answer: z.enum(['AGREES', 'DISAGREES']),
    said: maybeWords,
  }),
  z.object({
    ...which,
    step: z.literal('record-answer'),
    answer: z.enum(ANSWERS),
    how: z.enum(ASKED_HOW),
    said: maybeWords,
  }),
  z.object({ ...which, step: z.literal('transfer-action'), postId: z.uuid(), reason: words }),
  z.object({ ...which, step: z.literal('settle-contest'), postId: z.uuid(), reason: words }),
  z.object({
    ...which,
    step: z.literal(['ask-later', 'reopen-action']),
    due: z.string().max(40),
    reason: words,
  }),
  z.object({
    ...which,
    step: z.literal('split-action'),
    restId: z.uuid().optional(),
    doneTask: z.string().trim().min(2).max(300),
    restTask: z.string().trim().min(2).max(300),
    restMeasure: z.string().trim().min(2).max(200),
    due: z.string().max(40),
  }),
  /** Another action as people name it: `R-2026-09/1`. */
  z.object({ ...which, step: z.literal('wait-for-action'), waitsFor: z.string().trim().min(1).max(40) }),
]);
export type StepInput = z.infer<typeof stepForm>;

export const endingForm = z.object({
  resolutionId: z.uuid(),
  how: z.enum(ENDINGS),
  because: words,
  /** The resolution that stands in its place, `R-2026-12`; only when it is amended. */
  amendedBy: z.string().trim().max(20).default(''),
});
export type EndResolution = z.infer<typeof endingForm>;
