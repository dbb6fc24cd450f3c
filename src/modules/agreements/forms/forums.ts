import { z } from 'zod';
import { FORUM_KINDS, OPINION_ANSWERS } from '../contract/forums.ts';

const orNull = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), type.nullable());
const text = (least: number, most: number) => z.string().trim().min(least).max(most);

export const noteForumForm = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('note-forum'),
    agreementId: z.uuid(),
    kind: z.enum(FORUM_KINDS),
    heldOn: orNull(z.iso.date()),
    attended: orNull(z.coerce.number().int().min(1).max(10_000)),
    whyNot: orNull(text(2, 500)),
  }),
  z.object({
    step: z.literal('note-opinion'),
    agreementId: z.uuid(),
    forumId: z.uuid(),
    said: text(2, 1000),
  }),
  z.object({
    step: z.literal('answer-opinion'),
    agreementId: z.uuid(),
    opinionId: z.uuid(),
    answer: z.enum(OPINION_ANSWERS),
    reason: text(0, 1000),
  }),
]);
export type NoteForum = z.infer<typeof noteForumForm>;

export const nameResponsibleForm = z.object({
  agreementId: z.uuid(),
  line: z.coerce.number().int().min(1).max(100),
  postId: z.uuid(),
});
export type NameResponsible = z.infer<typeof nameResponsibleForm>;
