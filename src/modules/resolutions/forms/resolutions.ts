import { z } from 'zod';

export const recordForm = z.object({
  id: z.uuid(),
  meeting: z.string().trim().min(2).max(80),
  resolvedOn: z.iso.date(),
  text: z.string().trim().min(4).max(1000),
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
      }),
    )
    .min(1)
    .max(8),
});
export type RecordResolution = z.infer<typeof recordForm>;

const which = { actionId: z.uuid(), version: z.coerce.number().int().min(1) };
const words = z.string().trim().min(2).max(500);
const plain = ['accept-action', 'strike-off', 'grant-later', 'unblock-action'] as const;
const withReason = ['contest-action', 'return-action', 'refuse-later', 'block-action'] as const;

export const stepForm = z.discriminatedUnion('step', [
  z.object({ ...which, step: z.literal(plain) }),
  z.object({ ...which, step: z.literal(withReason), reason: words }),
  z.object({ ...which, step: z.literal('submit-action'), evidence: words }),
  z.object({ ...which, step: z.literal('transfer-action'), postId: z.uuid(), reason: words }),
  z.object({ ...which, step: z.literal('settle-contest'), postId: z.uuid(), reason: words }),
  z.object({
    ...which,
    step: z.literal(['ask-later', 'reopen-action']),
    due: z.string().max(40),
    reason: words,
  }),
]);
export type StepInput = z.infer<typeof stepForm>;
