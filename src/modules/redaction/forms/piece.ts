import { z } from 'zod';
import { MOST_BOXES } from '../contract.ts';

const target = { pieceId: z.uuid() };
const reason = z.string().trim().min(2).max(200);

export const changeForm = z.object({
  ...target,
  texts: z.record(z.string().max(40), z.string().max(20_000)),
});
export type ChangePiece = z.infer<typeof changeForm>;

export const dismissForm = z.object({
  ...target,
  field: z.string().max(40),
  kind: z.enum(['PHONE', 'IDENTITY', 'BANK_CARD', 'PLATE', 'ROOM', 'WECHAT', 'NAME']),
  found: z.string().min(1).max(200),
  reason,
});
export type DismissFinding = z.infer<typeof dismissForm>;

export const approveForm = z.object({ ...target, seal: z.string().regex(/^[0-9a-f]{64}$/) });
export type ApprovePiece = z.infer<typeof approveForm>;

export const reasonForm = z.object({ ...target, reason });
export type PieceReason = z.infer<typeof reasonForm>;

/** Percent of the picture's sides, as somebody types them; an empty row is none. */
const part = z.coerce.number().min(-1000).max(1000);
export const boxesForm = z
  .array(z.object({ x: part, y: part, w: part, h: part }))
  .max(MOST_BOXES)
  .transform((rows) => rows.map(({ x, y, w, h }) => ({ x: x * 10, y: y * 10, w: w * 10, h: h * 10 })));
