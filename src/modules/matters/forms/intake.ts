/** What a new matter takes, whichever way it comes in. */
import { z } from 'zod';
import { CHANNELS, MATTER_KINDS } from '../contract.ts';

const flag = z.preprocess((v) => v === true || v === 'on' || v === 'true' || v === '1', z.boolean());
const blank = (schema: z.ZodType) => z.preprocess((v) => (v === '' ? undefined : v), schema);
const optionalId = blank(z.uuid().optional()) as z.ZodType<string | undefined>;

/** Most characters a report may have; the page counts down. */
export const MAX_DESCRIPTION = 2000;
/** Most photos on a matter; platform/files says how large one may be. */
export const MAX_PHOTOS = 6;

export const submitForm = z.object({
  channel: z.enum(CHANNELS),
  description: z.string().trim().min(2).max(MAX_DESCRIPTION),
  /** Absent: made from the first words of the description. */
  title: z.string().trim().max(60).optional(),
  kind: blank(z.enum(MATTER_KINDS).optional()) as z.ZodType<(typeof MATTER_KINDS)[number] | undefined>,
  /** Absent: suggested from the words, and for the desk to check. */
  category: blank(
    z
      .string()
      .regex(/^[A-H]\d\d$/)
      .optional(),
  ) as z.ZodType<string | undefined>,
  estateId: z.uuid(),
  buildingId: optionalId,
  stairwellId: optionalId,
  unitId: optionalId,
  commonPartId: optionalId,
  placeNote: z.string().trim().max(100).default(''),
  reporter: z.enum(['SELF', 'NAMED', 'ANONYMOUS', 'ORGANISATION']),
  reporterName: z.string().trim().max(40).default(''),
  reporterPhone: z.string().trim().max(30).default(''),
  complainedOrgId: optionalId,
  conflictOnSite: flag,
  publishConsent: flag,
  revealReporter: flag,
  proactive: flag,
  externalNo: z.string().trim().max(40).default(''),
  externalDueAt: blank(z.coerce.date().optional()) as z.ZodType<Date | undefined>,
  /** Seconds the clerk spent on the form, to keep an eye on our own burden. */
  entrySeconds: z.coerce.number().int().min(0).max(86_400).optional(),
  /** Staff have seen that it is over the daily limit and enter it all the same. */
  overrideLimit: flag,
});
export type SubmitMatter = z.infer<typeof submitForm>;
