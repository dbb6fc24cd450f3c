import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { assignMatter } from '#modules/matters/commands/triage/assign-matter.ts';
import { openMattersOf } from '#modules/matters/facade.server.ts';
import { appointPerson } from '#modules/registry/commands/organisations/appoint-person.ts';
import { acceptHandOver } from '#modules/registry/commands/terms/accept-hand-over.ts';
import { beginHandOver } from '#modules/registry/commands/terms/begin-hand-over.ts';
import { enterTerm } from '#modules/registry/commands/terms/enter-term.ts';
import { recordTermReport } from '#modules/registry/commands/terms/record-term-report.ts';
import { postsHeldBy, termFile } from '#modules/registry/facade.server.ts';
import { organisationFile } from '#modules/registry/queries/organisations/organisation-file.ts';
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
const TERM = { number: 3, fromDay: '2023-06-01', toDay: '2026-05-31', members: 5 };

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

const enter = (more = {}, actor: Actor = n.as.RC) =>
  does(t, actor, (tx) => enterTerm(tx, { organisationId: n.org.OC, ...TERM, ...more }));
const begin = (termId: string, more = {}, actor: Actor = n.as.RC) =>
  does(t, actor, (tx) => beginHandOver(tx, { termId, version: 1, lastDay: TERM.toDay, reason: '', ...more }));
const accept = (termId: string, actor: Actor, version = 2) =>
  does(t, actor, (tx) =>
    acceptHandOver(tx, { termId, version, openWork: [{ kind: 'MATTER_LED', label: 'ZJ-2611-0001' }] }),
  );
const term = async (id: string) => (await t.database.inTransaction(n.as.RC, (tx) => termFile(tx, id)))!.term;
/** A new director after the old one left: another person in the same post. */
const newDirector = async (): Promise<Actor> => {
  const { personId } = n.residents[0]!;
  good(
    await does(t, n.as.RC, (tx) =>
      appointPerson(tx, { postId: n.as.OC.post!.postId, personId: personId!, fromDay: TODAY }),
    ),
  );
  return { ...n.as.OC, personId };
};
const heldBy = async (actor: Actor) =>
  (await t.database.inTransaction(n.as.RC, (tx) => postsHeldBy(tx, actor.personId!, TODAY))).map(
    (p) => p.postId,
  );

describe('a term', () => {
  it('is entered for an owners’ committee alone, by the two heads alone', async () => {
    expect(refusal(await enter({ organisationId: n.org.PC }))).toBe('registry.not-an-owners-committee');
    for (const actor of [n.as.RC2, n.as.OC, n.as.PC, n.residents[0]!]) {
      expect(refusal(await enter({}, actor))).toBe('registry.not-a-keeper');
    }
    good(await enter());
  });

  it('of a small estate may have three members: four flats are a small estate', async () => {
    good(await enter({ members: 3 }));
    expect(refusal(await enter({ number: 4, fromDay: '2026-06-01', toDay: '2029-05-31', members: 4 }))).toBe(
      'registry.committee-size-small',
    );
  });

  it('shows when its committee reports that it ends, until it did', async () => {
    const id = good(await enter());
    const shown = async () =>
      (await t.database.inTransaction(n.as.OC, (tx) => organisationFile(tx, n.org.OC)))?.terms[0];
    expect(await shown()).toMatchObject({ reportDueOn: '2025-12-31', report: 'LATE' });
    const report = (day: string) => does(t, n.as.RC, (tx) => recordTermReport(tx, { termId: id, day }));
    expect(refusal(await report('2026-11-24'))).toBe('registry.day-to-come');
    good(await report('2025-12-20'));
    expect((await shown())?.report).toBe('DONE');
    expect(refusal(await report('2025-12-20'))).toBe('registry.reported-already');
  });
});

describe('a hand-over', () => {
  it('puts everybody of the old committee out at once, and nobody else', async () => {
    const id = good(await enter());
    expect(await heldBy(n.as.OC)).toEqual([n.as.OC.post!.postId]);
    expect(good(await begin(id))).toBe(1);
    expect(await heldBy(n.as.OC)).toEqual([]);
    expect(await heldBy(n.as.PC)).toEqual([n.as.PC.post!.postId]);
    expect(await term(id)).toMatchObject({ state: 'HANDING_OVER', endedOn: TERM.toDay });
  });

  it('shortens appointments that were to last longer, and leaves those of the new committee', async () => {
    const id = good(await enter({ toDay: '2027-05-31' }));
    const { rows } = await t.ownerPool.query(
      "update registry.appointment set to_day = '2027-05-31' where neighborhood_id = $1 and post_id = $2 returning id",
      [n.id, n.as.OC.post!.postId],
    );
    good(
      await does(t, n.as.RC, (tx) =>
        appointPerson(tx, {
          postId: n.as.OC.post!.postId,
          personId: n.residents[1]!.personId!,
          fromDay: '2027-06-01',
        }),
      ),
    );
    expect(good(await begin(id, { lastDay: TODAY, reason: '集体辞职' }))).toBe(1);
    const { rows: after } = await t.ownerPool.query(
      'select id, to_day::text, left_at is not null as left from registry.appointment where neighborhood_id = $1 and post_id = $2 order by from_day',
      [n.id, n.as.OC.post!.postId],
    );
    expect(after).toMatchObject([
      { id: rows[0].id, to_day: TODAY, left: true },
      { to_day: null, left: false },
    ]);
  });

  it('begins before the term’s end for a reason only, and never twice', async () => {
    const id = good(await enter({ toDay: '2027-05-31' }));
    expect(refusal(await begin(id, { lastDay: TODAY }))).toBe('registry.early-end-reason');
    expect(refusal(await begin(id, { lastDay: TODAY, reason: '辞职', version: 7 }))).toBe(
      'registry.changed-meanwhile',
    );
    good(await begin(id, { lastDay: TODAY, reason: '辞职' }));
    expect(refusal(await begin(id, { lastDay: TODAY, reason: '辞职', version: 2 }))).toBe(
      'registry.term-not-there',
    );
  });

  it('is accepted by the new director alone, once, and keeps what was taken over', async () => {
    const id = good(await enter());
    expect(refusal(await accept(id, n.as.OC, 1))).toBe('registry.term-not-there');
    good(await begin(id));
    const director = await newDirector();
    for (const actor of [
      n.as.RC,
      n.as.GB,
      n.as.PC,
      { ...director, post: { ...director.post!, isHead: false } },
    ]) {
      expect(refusal(await accept(id, actor))).toBe('registry.not-the-new-director');
    }
    good(await accept(id, director));
    expect(await term(id)).toMatchObject({
      state: 'HANDED_OVER',
      acceptedByPersonId: director.personId,
      takenOver: [{ kind: 'MATTER_LED', label: 'ZJ-2611-0001' }],
    });
    expect(refusal(await accept(id, director, 3))).toBe('registry.term-not-there');
  });

  it('leaves a trail of what happened, by whom', async () => {
    const id = good(await enter());
    good(await begin(id));
    good(await accept(id, await newDirector()));
    const { rows } = await t.ownerPool.query(
      'select kind, from_state, to_state, role from platform.event where neighborhood_id = $1 and subject_id = $2 order by seq',
      [n.id, id],
    );
    expect(rows).toEqual([
      { kind: 'registry.term-entered', from_state: null, to_state: 'RUNNING', role: 'RC' },
      { kind: 'registry.hand-over-begun', from_state: 'RUNNING', to_state: 'HANDING_OVER', role: 'RC' },
      {
        kind: 'registry.hand-over-accepted',
        from_state: 'HANDING_OVER',
        to_state: 'HANDED_OVER',
        role: 'OC',
      },
    ]);
  });

  it('has a sheet with what is open, for the coordinators and the committee itself', async () => {
    const id = good(await enter());
    const { matterId, code } = await submitted(t, n);
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
    good(
      await does(t, n.as.RC, (tx) =>
        assignMatter(tx, { matterId, leadOrgId: n.org.OC, coHandlerOrgIds: [], note: '' }),
      ),
    );
    const helped = await submitted(t, n, { description: '三楼灯不亮' }, n.residents[1]!);
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId: helped.matterId })));
    good(
      await does(t, n.as.RC, (tx) =>
        assignMatter(tx, {
          matterId: helped.matterId,
          leadOrgId: n.org.HO,
          coHandlerOrgIds: [n.org.OC],
          note: '',
        }),
      ),
    );
    good(await begin(id));
    const director = await newDirector();
    const open = (actor: Actor) => t.database.inTransaction(actor, (tx) => openMattersOf(tx, n.org.OC));
    for (const actor of [n.as.RC, n.as.GB, director]) {
      expect((await open(actor)).map((one) => [one.code, one.leads])).toEqual([
        [code, true],
        [helped.code, false],
      ]);
    }
    for (const actor of [n.as.PC, n.as.HO, n.as.AG]) expect(await open(actor)).toEqual([]);
    const sheet = (actor: Actor) => t.database.inTransaction(actor, (tx) => termFile(tx, id));
    expect(await sheet(director)).toMatchObject({ mayAccept: true });
    expect(await sheet(n.as.RC)).toMatchObject({ mayAccept: false });
    for (const actor of [n.as.PC, n.as.HO, n.as.AG, n.residents[0]!, n.anonymous]) {
      expect(await sheet(actor)).toBeNull();
    }
    const other = await smallNeighborhood(t, 'YY');
    expect(await sheet(other.as.RC)).toBeNull();
  });
});
