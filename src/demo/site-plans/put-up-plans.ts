import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemActor } from '#kernel/actor.ts';
import { drawOnPlan } from '#modules/registry/commands/plan/draw-on-plan.ts';
import { uploadSitePlan } from '#modules/registry/commands/plan/upload-site-plan.ts';
import { sitePlans } from '#modules/registry/facade.server.ts';
import type { Database } from '#platform/db/database.ts';
import type { Picture } from '#platform/files/pictures.ts';
import { DEMO_NEIGHBORHOOD_ID, demoId, ESTATE_CODES, type EstateCode } from '../neighborhood/ids.ts';
import { cornersOf, DRAWN, PLAN_SIZE } from './plan-drawing.ts';

/**
 * Puts the plans of the three estates up and draws what stands on them; an estate that has one is left alone.
 * The pictures lie beside this file, made by `scripts/demo-plans.ts`, so that the demo needs no picture library.
 */
export async function putUpPlans(database: Database, now: Date): Promise<void> {
  const actor = systemActor(DEMO_NEIGHBORHOOD_ID);
  for (const code of ESTATE_CODES) {
    const picture = await drawnPicture(code);
    await database.inTransaction(
      actor,
      async (tx) => {
        const estateId = demoId(`estate/${code}`);
        if ((await sitePlans(tx, estateId)).length > 0) return;
        const put = await uploadSitePlan(tx, { estateId, keepShapes: false }, picture);
        if (!put.ok) throw new Error(put.refusal.code);
        for (const drawn of DRAWN[code]) {
          const done = await drawOnPlan(tx, { estateId, target: drawn.target, points: cornersOf(drawn) });
          if (!done.ok) throw new Error(`${drawn.target}: ${done.refusal.code}`);
        }
      },
      { now },
    );
  }
}

async function drawnPicture(code: EstateCode): Promise<Picture> {
  const file = (name: string) => readFile(join(import.meta.dirname, name));
  const bytes = await file(`${code.toLowerCase()}.jpg`);
  return {
    contentType: 'image/jpeg',
    ...PLAN_SIZE,
    bytes,
    thumbnail: await file(`${code.toLowerCase()}.small.jpg`),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
