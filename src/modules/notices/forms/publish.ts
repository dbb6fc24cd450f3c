import { z } from 'zod';
import { NOTICE_KINDS } from '../contract.ts';

const flag = z.preprocess((v) => v === true || v === 'on' || v === 'yes' || v === 'true', z.boolean());
const many = z.preprocess(
  (v) => (v === undefined || v === '' ? [] : Array.isArray(v) ? v : [v]),
  z.array(z.uuid()),
);

/** What a works notice takes (domain brief §3.11, works notice content). */
const publishForm = z.object({
  kind: z.enum(NOTICE_KINDS),
  title: z.string().trim().min(2).max(60),
  body: z.string().trim().min(5).max(2000),
  estateId: z.uuid(),
  buildingIds: many,
  startsAt: z.coerce.date(),
  endsAt: z.coerce.date(),
  emergency: flag,
  emergencyReason: z.string().trim().max(200).default(''),
  contactPhone: z.string().trim().min(3).max(30),
});

/** A new notice, or with `replacesId` one in the place of another, with the reason why. */
export const draftForm = publishForm
  .extend({
    replacesId: z.uuid().nullable().default(null),
    reason: z.string().trim().max(200).default(''),
  })
  .refine((notice) => notice.replacesId === null || notice.reason.length >= 2, { path: ['reason'] });
export type DraftNotice = z.infer<typeof draftForm>;
