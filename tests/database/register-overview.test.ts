import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemoNeighborhood } from '#demo/neighborhood/demo-neighborhood.ts';
import { demoId } from '#demo/neighborhood/ids.ts';
import { seedNeighborhood } from '#demo/neighborhood/seed-neighborhood.ts';
import { systemActor } from '#kernel/actor.ts';
import { endAppointment } from '#modules/registry/commands/organisations/end-appointment.ts';
import { registerOverview } from '#modules/registry/queries/places/register-overview.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let t: TestDatabase;
let demo: DemoNeighborhood;
beforeAll(async () => {
  t = await testDatabase(new Date('2026-11-20T02:00:00Z'));
  demo = await seedNeighborhood(t.database, { now: t.clock.now });
}, 60_000);
afterAll(() => t.close());

const seenBy = (actor: Parameters<typeof t.database.inTransaction>[0]) =>
  t.database.inTransaction(actor, registerOverview);

it('shows a clerk the sums of every estate, and every post with its holder', async () => {
  const seen = await seenBy(demo.actorInPost('RC-DESK-1'));
  if (!seen.ok || !seen.value) throw new Error('nothing was shown');
  expect(seen.value.estates[1]).toMatchObject({
    code: 'CS',
    units: expect.arrayContaining([
      { kind: 'DWELLING', units: 480, area: 5_400_000 },
      { kind: 'PARKING', units: 40, area: 50_000 },
    ]),
    commonParts: expect.arrayContaining([{ kind: 'LIFT', n: 16 }]),
  });
  const posts = seen.value.organisations.flatMap((org) => org.posts);
  expect(posts.length).toBeGreaterThan(120);
  // The one vacancy of the demo: the manager stands in for the night duty.
  expect(
    posts.filter((post) => post.holder?.as !== 'HOLDER').map((post) => [post.code, post.holder?.name]),
  ).toEqual([['PC-CS-NIGHT', '梁经理']]);
  const mediation = seen.value.organisations.find((org) => org.id === demo.orgs.mediation);
  expect(mediation?.parent?.nameZh).toBe('紫荆居委会');
});

it('tells the posts of party branches and groups to the party organisations concerned alone', async () => {
  const told = async (code: Parameters<typeof demo.actorInPost>[0]) => {
    const seen = await seenBy(demo.actorInPost(code));
    if (!seen.ok || !seen.value) throw new Error('nothing was shown');
    return seen.value.organisations
      .filter((org) => org.kind === 'PARTY_BRANCH' || org.kind === 'PARTY_GROUP')
      .filter((org) => org.posts.length > 0).length;
  };
  expect(await told('GB-SEC')).toBe(7);
  for (const code of ['RC-DESK-1', 'RC-HEAD', 'PC-ZJ-MGR', 'OC-CS-HEAD'] as const)
    expect([code, await told(code)]).toEqual([code, 0]);
});

it('shows a vacancy, and who stands in', async () => {
  await runCommand(t.database, systemActor(demo.id), (tx) =>
    endAppointment(tx, { appointmentId: demoId('appointment/HO-CLERK'), lastDay: '2026-11-19' }),
  );
  const seen = await seenBy(demo.actorInPost('GB-SEC'));
  if (!seen.ok || !seen.value) throw new Error('nothing was shown');
  const clerk = seen.value.organisations.flatMap((org) => org.posts).find((post) => post.code === 'HO-CLERK');
  expect(clerk?.holder).toMatchObject({ name: '蒋主任（测试）', as: 'HEAD' });
});

it('shows a resident nothing', async () => {
  expect(await seenBy(demo.actorAtHome(demo.people.mrLi))).toMatchObject({
    ok: false,
    refusal: { code: 'registry.not-a-reader' },
  });
});
