import { z } from 'zod';
import { CHOICES, ERRAND_OUTCOMES, TOPICS } from '../contract.ts';

/** How one wants to be told, by topic. */
export const waysForm = z.partialRecord(z.enum(TOPICS), z.enum(CHOICES));
export type Ways = z.infer<typeof waysForm>;

export const tickForm = z.object({ errandId: z.uuid(), outcome: z.enum(ERRAND_OUTCOMES) });
export type TickErrand = z.infer<typeof tickForm>;

/** `21:00` → 1260. */
const minute = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

export const hoursForm = z.object({ quietFrom: minute, quietTo: minute, digestAt: minute });
export type SetHours = z.infer<typeof hoursForm>;
