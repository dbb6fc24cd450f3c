import { z } from 'zod';
import { AREA_SOURCES } from '../contract.ts';

/** What the columns of a sheet mean, as the mapping page sends it. */
export const chooseMappingForm = z.object({
  batchId: z.uuid(),
  /** Rows with a number up to this one are title and headings. */
  headRows: z.coerce.number().int().min(0).max(50),
  /** Field of each column; empty: not read. */
  mapping: z.array(z.string().max(30)).max(100),
  estateId: z.uuid().optional(),
  estateName: z.string().trim().max(40).optional(),
  areaSource: z.enum(AREA_SOURCES),
  fromDay: z.string().max(10),
});
export type ChooseMapping = z.infer<typeof chooseMappingForm>;
