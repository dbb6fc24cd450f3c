import { z } from 'zod';
import { APPRAISAL_OBJECTS, HIGHEST_SCORE, LOWEST_SCORE } from '../contract/appraisal.ts';

const text = (least: number, most: number) => z.string().trim().min(least).max(most);
const version = z.coerce.number().int().min(1);

export const planForm = z.object({
  id: z.uuid(),
  /** Of the plan that is changed; 0 for a new one. */
  version: z.coerce.number().int().min(0),
  objectKind: z.enum(APPRAISAL_OBJECTS),
  orgId: z.uuid(),
  title: text(4, 60),
  finishedOn: z.iso.date().nullable(),
  estateId: z.uuid().nullable(),
  criteria: z.array(text(2, 30)).max(20),
  startsAt: z.coerce.date(),
  place: text(2, 100),
});
export type PlanAppraisal = z.infer<typeof planForm>;

const which = { id: z.uuid(), version };
export const selfReportForm = z.object({ ...which, text: text(10, 5000) });
export type ReportOnSelf = z.infer<typeof selfReportForm>;

export const openForm = z.object({ ...which, slips: z.coerce.number().int().min(1).max(500) });
export type OpenScoring = z.infer<typeof openForm>;

const score = z.number().int().min(LOWEST_SCORE).max(HIGHEST_SCORE).nullable();
export const slipForm = z.object({ code: text(1, 40), scores: z.array(score).max(20), isVoid: z.boolean() });
export type CastSlip = z.infer<typeof slipForm>;

export const countForm = z.object({ ...which, questions: text(0, 5000) });
export type CountSlips = z.infer<typeof countForm>;

export const rectificationForm = z.object({
  ...which,
  /** What the appraisal comes to; owed where something is to be put right. */
  conclusion: text(0, 1000),
  items: z
    .array(z.object({ task: text(2, 300), measure: text(2, 200), postId: z.uuid(), dueOn: z.iso.date() }))
    .max(12),
});
export type ListRectification = z.infer<typeof rectificationForm>;

export const publishForm = z.object(which);
export type PublishAppraisal = z.infer<typeof publishForm>;

export const cancelForm = z.object({ ...which, reason: text(2, 300) });
export type CancelAppraisal = z.infer<typeof cancelForm>;
