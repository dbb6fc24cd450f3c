import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { submitMatter } from '#modules/matters/commands/intake/submit-matter.ts';
import { deskPlan } from '#modules/matters/queries/desk/desk-plan.ts';
import { drawOnPlan } from '#modules/registry/commands/plan/draw-on-plan.ts';
import { eraseFromPlan } from '#modules/registry/commands/plan/erase-from-plan.ts';
import { uploadSitePlan } from '#modules/registry/commands/plan/upload-site-plan.ts';
import { sitePlans } from '#modules/registry/facade.server.ts';
import { sitePlanPicture } from '#modules/registry/queries/plan/site-plans.ts';
import type { Picture } from '#platform/files/pictures.ts';
import {
  does,
  good,
  refusal,
  report,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

const picture = (name: string): Picture => ({
  contentType: 'image/jpeg',
  width: 800,
  height: 600,
  bytes: Buffer.from(name),
  thumbnail: Buffer.from(name),
  sha256: createHash('sha256').update(name).digest('hex'),
});
const upload = (actor: Actor, keepShapes = false, estateId = n.estateId) =>
  does(t, actor, (tx) => uploadSitePlan(tx, { estateId, keepShapes }, picture('plan')));
const draw = (actor: Actor, target: string, points = '10,10 30,10 30,30') =>
  does(t, actor, (tx) => drawOnPlan(tx, { estateId: n.estateId, target, points }));
const plansSeenBy = (actor: Actor) => t.database.inTransaction(actor, (tx) => sitePlans(tx));

describe('the site plan of an estate', () => {
  it('is put up by a clerk of the residents’ committee and seen by everybody', async () => {
    const id = good(await upload(n.as.RC2));
    good(await draw(n.as.RC2, `b:${n.buildingId}`));
    const [plan] = await plansSeenBy(n.anonymous);
    expect(plan).toMatchObject({ id, estateId: n.estateId, width: 800, height: 600 });
    expect(plan?.shapes).toMatchObject([
      {
        target: { kind: 'BUILDING', id: n.buildingId, number: 1 },
        points: [1000, 1000, 3000, 1000, 3000, 3000],
      },
    ]);
    const seen = await t.database.inTransaction(n.anonymous, (tx) => sitePlanPicture(tx, id));
    expect(seen?.bytes.toString()).toBe('plan');
  });

  it('cannot be changed by anybody else', async () => {
    good(await upload(n.as.GB));
    for (const actor of [n.as.PC, n.as.OC, n.as.HO, n.as.AG, n.residents[0]!, n.anonymous]) {
      expect(refusal(await upload(actor))).toBe('registry.not-a-keeper');
      expect(refusal(await draw(actor, `b:${n.buildingId}`))).toBe('registry.not-a-keeper');
      expect(
        refusal(
          await does(t, actor, (tx) => eraseFromPlan(tx, { estateId: n.estateId, shapeId: randomUUID() })),
        ),
      ).toBe('registry.not-a-keeper');
    }
  });

  it('replaced by another picture keeps what is drawn only when asked to', async () => {
    good(await upload(n.as.RC));
    good(await draw(n.as.RC, `b:${n.buildingId}`));
    good(await upload(n.as.RC, true));
    expect((await plansSeenBy(n.as.RC)).map((plan) => plan.shapes.length)).toEqual([1]);
    good(await upload(n.as.RC, false));
    expect((await plansSeenBy(n.as.RC)).map((plan) => plan.shapes.length)).toEqual([0]);
  });

  it('has one shape for a building, the last one drawn', async () => {
    good(await upload(n.as.RC));
    good(await draw(n.as.RC, `b:${n.buildingId}`));
    good(await draw(n.as.RC, `b:${n.buildingId}`, '50,50'));
    expect((await plansSeenBy(n.as.RC))[0]?.shapes.map((shape) => shape.points)).toEqual([[5000, 5000]]);
  });

  it('takes nothing that is not of this estate, and no shape without a plan', async () => {
    expect(refusal(await draw(n.as.RC, `b:${n.buildingId}`))).toBe('registry.no-site-plan');
    good(await upload(n.as.RC));
    const elsewhere = await smallNeighborhood(t, 'QX');
    for (const target of [`b:${elsewhere.buildingId}`, `p:${n.buildingId}`, 'b:1', '']) {
      expect(refusal(await draw(n.as.RC, target))).toBe('registry.target-unknown');
    }
    expect(refusal(await upload(n.as.RC, false, elsewhere.estateId))).toBe('registry.estate-unknown');
    expect(refusal(await draw(n.as.RC, `b:${n.buildingId}`, '10,10 20'))).toBe('registry.points-unreadable');
  });

  it('of another neighborhood is not there', async () => {
    const id = good(await upload(n.as.RC));
    const stranger = (await smallNeighborhood(t, 'QX')).as.RC;
    expect(await plansSeenBy(stranger)).toEqual([]);
    expect(await t.database.inTransaction(stranger, (tx) => sitePlanPicture(tx, id))).toBeNull();
  });

  it('loses a shape once', async () => {
    good(await upload(n.as.RC));
    const shapeId = good(await draw(n.as.RC, `b:${n.buildingId}`));
    const erase = () => does(t, n.as.RC, (tx) => eraseFromPlan(tx, { estateId: n.estateId, shapeId }));
    good(await erase());
    expect(refusal(await erase())).toBe('registry.shape-gone');
  });
});

describe('open matters on the plan', () => {
  const seenBy = (actor: Actor, placeId: string | null = null) =>
    t.database.inTransaction(actor, (tx) => deskPlan(tx, { estateId: n.estateId, placeId }));

  it('are counted where they are and listed when the place is pressed', async () => {
    good(await upload(n.as.RC));
    good(await draw(n.as.RC, `b:${n.buildingId}`));
    await submitted(t, n, { buildingId: n.buildingId }, n.residents[0]!);
    const loose = { ...report(n), stairwellId: undefined };
    good(await does(t, n.residents[1]!, (tx) => submitMatter(tx, loose)));
    const found = await seenBy(n.as.RC, n.buildingId);
    expect(found?.open).toEqual({ [n.buildingId]: { open: 1, overdue: 0 } });
    expect(found?.elsewhere).toBe(1);
    expect(found?.items).toHaveLength(1);
  });

  it('are counted only as far as the reader may see them', async () => {
    await submitted(t, n, { buildingId: n.buildingId, category: 'D01' }, n.residents[0]!);
    expect((await seenBy(n.as.AG, n.buildingId))?.open).toEqual({});
    expect((await seenBy(n.as.AG, n.buildingId))?.items).toEqual([]);
    expect((await seenBy(n.as.GB, n.buildingId))?.items).toHaveLength(1);
  });
});
