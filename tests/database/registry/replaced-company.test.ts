import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { acceptAssignment, assignMatter } from '#modules/matters/commands/triage/assign-matter.ts';
import { dossier } from '#modules/matters/queries/desk/dossier.ts';
import { subscriptions } from '#modules/matters/subscriptions.server.ts';
import { addOrganisation } from '#modules/registry/commands/organisations/add-organisation.ts';
import { addPosts } from '#modules/registry/commands/organisations/add-post.ts';
import { announcePassedServices } from '#modules/registry/commands/organisations/announce-passed-services.ts';
import { appointPerson } from '#modules/registry/commands/organisations/appoint-person.ts';
import { endAppointment } from '#modules/registry/commands/organisations/end-appointment.ts';
import { replacePropertyCompany } from '#modules/registry/commands/organisations/replace-property-company.ts';
import { servingOrganisations } from '#modules/registry/facade.server.ts';
import { readOn } from '#platform/outbox/subscription.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const TODAY = '2026-11-23';
const NOW = new Date('2026-11-23T02:00:00Z');

let t: TestDatabase;
let n: SmallNeighborhood;
let successor: { id: string; desk: string; staff: Actor };
beforeAll(async () => {
  t = await testDatabase(NOW);
});
beforeEach(async () => {
  t.clock.now = NOW;
  n = await smallNeighborhood(t);
  successor = await newCompany();
});
afterAll(() => t.close());

/** Another property company with a head and a desk; nobody serves anywhere yet. */
async function newCompany() {
  const id = good(
    await does(t, n.as.RC, (tx) =>
      addOrganisation(tx, {
        kind: 'PROPERTY_COMPANY',
        nameZh: '测试新物业',
        nameEn: 'New',
        estateIds: [],
        fromDay: TODAY,
      }),
    ),
  );
  const post = { organisationId: id, nameZh: '测试岗', nameEn: 'Post' };
  const [, desk] = good(
    await does(t, n.as.RC, (tx) =>
      addPosts(tx, [
        { ...post, code: 'NEW-HEAD', duty: 'HEAD', isHead: true },
        { ...post, code: 'NEW-DESK', duty: 'DESK', position: 1 },
      ]),
    ),
  );
  const staff: Actor = {
    ...n.as.PC,
    post: { postId: desk!, orgId: id, orgKind: 'PROPERTY_COMPANY', isHead: false },
  };
  return { id, desk: desk!, staff };
}

/** A matter the old company leads; accepted by it or not. */
async function led(accepted = true): Promise<string> {
  const { matterId } = await submitted(t, n);
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  good(
    await does(t, n.as.RC, (tx) =>
      assignMatter(tx, { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [n.org.AG], note: '' }),
    ),
  );
  if (accepted)
    good(await does(t, n.as.PC, (tx) => acceptAssignment(tx, { matterId, postId: n.as.PC.post!.postId })));
  return matterId;
}

const replace = (day: string, actor: Actor = n.as.RC, more = {}) =>
  does(t, actor, (tx) =>
    replacePropertyCompany(tx, {
      estateId: n.estateId,
      predecessorId: n.org.PC,
      successorId: successor.id,
      day,
      reason: '合同到期',
      ...more,
    }),
  );

/** Lets the matters hear what happened, until nothing is left; the worker does the same. */
async function listen(): Promise<void> {
  for (const subscription of subscriptions) {
    while ((await readOn(t.database, n.id, subscription, t.clock.now)) > 0);
  }
}

const row = async (matterId: string) => {
  const { rows } = await t.ownerPool.query(
    'select status, lead_org_id, lead_post_id, handle_due_at, lead_accept_due_at from matters.matter where id = $1',
    [matterId],
  );
  return rows[0];
};
const takenOver = async () => {
  const { rows } = await t.ownerPool.query(
    "select subject_id, role, data from platform.event where neighborhood_id = $1 and kind = 'matters.take-over' order by seq",
    [n.id],
  );
  return rows;
};
const serving = async (day: string) =>
  (
    await t.database.inTransaction(n.as.RC, (tx) =>
      servingOrganisations(tx, n.estateId, 'PROPERTY_COMPANY', day),
    )
  ).map((org) => org.id);

describe('a property company that follows another', () => {
  it('serves from its day on, the old one until the day before', async () => {
    good(await replace(TODAY));
    expect(await serving('2026-11-22')).toEqual([n.org.PC]);
    expect(await serving(TODAY)).toEqual([successor.id]);
  });

  it('leads what the old one led, at its desk, with the same deadline', async () => {
    const matterId = await led();
    const before = await row(matterId);
    good(await replace(TODAY));
    await listen();
    expect(await row(matterId)).toMatchObject({
      status: 'IN_PROGRESS',
      lead_org_id: successor.id,
      lead_post_id: successor.desk,
      handle_due_at: before.handle_due_at,
    });
    expect(await takenOver()).toMatchObject([
      { subject_id: matterId, role: 'SYS', data: { fromOrgId: n.org.PC, leadOrgId: successor.id } },
    ]);
  });

  it('sees the matter on its desk, where the old one no longer does', async () => {
    const matterId = await led();
    const { rows } = await t.ownerPool.query('select code from matters.matter where id = $1', [matterId]);
    const seen = (actor: Actor) => t.database.inTransaction(actor, (tx) => dossier(tx, rows[0].code));
    expect(await seen(successor.staff)).toBeNull();
    good(await replace(TODAY));
    await listen();
    expect(await seen(successor.staff)).not.toBeNull();
    expect(await seen(n.as.PC)).toBeNull();
  });

  it('has its own working day to accept what the old one had not accepted', async () => {
    const matterId = await led(false);
    t.clock.now = new Date('2026-11-25T02:00:00Z');
    good(await replace('2026-11-25'));
    await listen();
    const after = await row(matterId);
    expect(after).toMatchObject({ status: 'ASSIGNED', lead_org_id: successor.id });
    expect(after.lead_accept_due_at.getTime()).toBeGreaterThan(t.clock.now.getTime());
  });

  it('helps where the old one helped, and leaves alone what others lead or what is closed', async () => {
    const { matterId } = await submitted(t, n);
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
    good(
      await does(t, n.as.RC, (tx) =>
        assignMatter(tx, { matterId, leadOrgId: n.org.HO, coHandlerOrgIds: [n.org.PC], note: '' }),
      ),
    );
    const closed = await led();
    await t.ownerPool.query("update matters.matter set status = 'CLOSED_CONFIRMED' where id = $1", [closed]);
    good(await replace(TODAY));
    await listen();
    expect((await row(matterId)).lead_org_id).toBe(n.org.HO);
    expect((await row(closed)).lead_org_id).toBe(n.org.PC);
    const { rows } = await t.ownerPool.query('select org_id from matters.co_handler where matter_id = $1', [
      matterId,
    ]);
    expect(rows).toEqual([{ org_id: successor.id }]);
  });

  it('takes over once, however often the log is read, and by two readers at the same time', async () => {
    await led();
    good(await replace(TODAY));
    await Promise.all([listen(), listen()]);
    await listen();
    expect(await takenOver()).toHaveLength(1);
  });

  it('laid down for a day to come takes over on that day', async () => {
    const matterId = await led();
    good(await replace('2026-12-01'));
    const announce = () =>
      does(t, { ...n.as.RC, role: 'SYS', post: null, personId: null }, announcePassedServices);
    expect(good(await announce())).toBe(0);
    await listen();
    expect((await row(matterId)).lead_org_id).toBe(n.org.PC);
    t.clock.now = new Date('2026-12-01T02:00:00Z');
    expect(good(await announce())).toBe(1);
    expect(good(await announce())).toBe(0);
    await listen();
    expect((await row(matterId)).lead_org_id).toBe(successor.id);
  });

  it('is refused without a reason, by itself, by what is no company, or where the old one does not serve', async () => {
    expect(refusal(await replace(TODAY, n.as.RC, { reason: ' ' }))).toBe('registry.why-missing');
    expect(refusal(await replace(TODAY, n.as.RC, { successorId: n.org.PC }))).toBe('registry.same-company');
    expect(refusal(await replace(TODAY, n.as.RC, { successorId: n.org.HO }))).toBe(
      'registry.company-unknown',
    );
    expect(refusal(await replace('2020-01-01'))).toBe('registry.serves-not');
    good(await replace(TODAY));
    expect(refusal(await replace(TODAY))).toBe('registry.serves-not');
  });

  it('is named by the two heads alone', async () => {
    for (const actor of [n.as.RC2, n.as.PC, n.as.OC, n.as.HO, n.residents[0]!]) {
      expect(refusal(await replace(TODAY, actor))).toBe('registry.not-a-keeper');
    }
    expect(await serving(TODAY)).toEqual([n.org.PC]);
  });
});

describe('a matter whose post has become vacant', () => {
  it('shows who stands in, and the successor from their first day', async () => {
    const matterId = await led();
    good(await replace(TODAY));
    await listen();
    const { rows } = await t.ownerPool.query('select code from matters.matter where id = $1', [matterId]);
    const holder = async () => {
      const file = await t.database.inTransaction(n.as.RC, (tx) => dossier(tx, rows[0].code));
      const holder = file!.lead.post!.holder;
      return holder && [holder.name, holder.standsIn];
    };
    expect(await holder()).toBeNull();
    const appoint = async (postId: string, personId: string) =>
      good(await does(t, n.as.RC, (tx) => appointPerson(tx, { postId, personId, fromDay: TODAY })));
    const { rows: heads } = await t.ownerPool.query(
      "select id from registry.post where code = 'NEW-HEAD' and neighborhood_id = $1",
      [n.id],
    );
    await appoint(heads[0].id, n.residents[0]!.personId!);
    expect(await holder()).toEqual(['住户测试1', true]);
    const appointmentId = await appoint(successor.desk, n.residents[1]!.personId!);
    expect(await holder()).toEqual(['住户测试2', false]);
    good(await does(t, n.as.RC, (tx) => endAppointment(tx, { appointmentId, lastDay: TODAY })));
    t.clock.now = new Date('2026-11-24T02:00:00Z');
    expect(await holder()).toEqual(['住户测试1', true]);
  });
});
