import { z } from 'zod';
import { ANSWERS, HOLD_SUBJECTS, REQUEST_KINDS } from '../contract.ts';

export const askForm = z.object({
  kind: z.enum(REQUEST_KINDS),
  text: z.string().trim().min(2).max(500),
});
export type AskRequest = z.infer<typeof askForm>;

export const answerForm = z.object({
  requestId: z.uuid(),
  version: z.coerce.number().int(),
  state: z.enum(ANSWERS),
  answer: z.string().trim().min(2).max(1000),
});
export type AnswerRequest = z.infer<typeof answerForm>;

export const holdForm = z.object({
  subjectKind: z.enum(HOLD_SUBJECTS),
  /** A matter's code or a person's id, looked up before the command; empty for everything. */
  subjectId: z.preprocess((v) => (v === '' ? undefined : v), z.uuid().optional()),
  reason: z.string().trim().min(2).max(300),
  until: z.iso.date(),
});
export type SetHold = z.infer<typeof holdForm>;

export const periodForm = z.object({
  kind: z.string().max(40),
  months: z.coerce.number().int().min(1).max(600),
  reason: z.string().trim().min(2).max(300),
});
export type SetPeriod = z.infer<typeof periodForm>;
