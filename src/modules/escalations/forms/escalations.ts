import { z } from 'zod';
import { FORUMS, NAMED_TRIGGERS, PROCEDURES } from '../contract.ts';

const words = z.string().trim().min(2).max(500);

export const proposeForm = z.object({
  /** As people name it: `ZJ-2604-0031`. */
  matter: z.string().trim().min(4).max(40),
  trigger: z.enum(NAMED_TRIGGERS),
  said: words,
});
export type ProposeEscalation = z.infer<typeof proposeForm>;

const which = { escalationId: z.uuid(), version: z.coerce.number().int().min(1) };

export const stepForm = z.discriminatedUnion('step', [
  z.object({ ...which, step: z.literal('triage'), text: words }),
  z.object({ ...which, step: z.literal('schedule'), forum: z.enum(FORUMS), text: words }),
  z.object({
    ...which,
    step: z.literal([
      'call-ad-hoc',
      'send-to-owners',
      'send-to-mediation',
      'reject',
      'record-decision',
      'begin-tracking',
      'finish-procedure',
      'resolve',
      'begin-again',
      'reply-interim',
    ]),
    text: words,
  }),
  z.object({ ...which, step: z.literal('whistle'), orgId: z.uuid(), text: words }),
  z.object({
    ...which,
    step: z.literal('plan-procedures'),
    /** In their order; empty places between them are passed over. */
    procedures: z
      .array(z.enum(PROCEDURES).or(z.literal('').transform(() => null)))
      .max(PROCEDURES.length)
      .transform((list) => list.filter((one) => one !== null)),
  }),
]);
export type StepInput = z.infer<typeof stepForm>;

const whichWhistle = { whistleId: z.uuid(), version: z.coerce.number().int().min(1) };

export const whistleForm = z.discriminatedUnion('step', [
  z.object({ ...whichWhistle, step: z.literal('acknowledge-whistle') }),
  z.object({
    ...whichWhistle,
    step: z.literal(['answer-whistle', 'press-whistle', 'withdraw-whistle']),
    text: words,
  }),
  z.object({ ...whichWhistle, step: z.literal('pass-whistle-on'), orgId: z.uuid(), text: words }),
]);
export type WhistleInput = z.infer<typeof whistleForm>;
