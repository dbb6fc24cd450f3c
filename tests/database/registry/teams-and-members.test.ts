import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { endMembership } from '#modules/registry/commands/membership/end-membership.ts';
import { enterMembership } from '#modules/registry/commands/membership/enter-membership.ts';
import { addTeamMember } from '#modules/registry/commands/teams/add-team-member.ts';
import { changeTeamLeader } from '#modules/registry/commands/teams/change-team-leader.ts';
import { correctTeam } from '#modules/registry/commands/teams/correct-team.ts';
import { endTeamMember } from '#modules/registry/commands/teams/end-team-member.ts';
import { formTeam } from '#modules/registry/commands/teams/form-team.ts';
import type { TeamKind } from '#modules/registry/contract.ts';
import { personalDataOf, teams } from '#modules/registry/facade.server.ts';
import { organisationFile } from '#modules/registry/queries/organisations/organisation-file.ts';
import { teamFile } from '#modules/registry/queries/organisations/team-file.ts';
import { peopleList } from '#modules/registry/queries/people/people-list.ts';
import { personFile } from '#modules/registry/queries/people/person-file.ts';
import { registerOverview } from '#modules/registry/queries/places/register-overview.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const TODAY = '2026-11-23';

let t: TestDatabase;
let n: SmallNeighborhood;
let people: string[];
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  people = n.residents.map((resident) => resident.personId!);
});
afterAll(() => t.close());

const ask = <T>(actor: Actor, query: (tx: Parameters<typeof teams>[0]) => Promise<T>) =>
  t.database.inTransaction(actor, query);
const form = (
  kind: TeamKind,
  organisationId: string,
  members: readonly string[],
  actor = systemActor(n.id),
) =>
  does(t, actor, (tx) =>
    formTeam(tx, {
      kind,
      nameZh: '测试队',
      nameEn: 'Test team',
      scheduleZh: '每周三',
      scheduleEn: 'Wednesdays',
      organisationId,
      fromDay: '2026-01-01',
      members: members.map((personId, at) => ({ personId, isLeader: at === 0 })),
    }),
  );
const members = async (actor: Actor, teamId: string) =>
  (await ask(actor, (tx) => teamFile(tx, teamId, '')))?.members?.map((one) => one.name) ?? null;

describe('a team', () => {
  it('gains and loses members with days, and who comes back is a member again', async () => {
    const teamId = good(await form('WOODPECKER', n.org.RC, [people[0]!]));
    const join = (personId: string, fromDay = TODAY, actor: Actor = n.as.RC2) =>
      does(t, actor, (tx) => addTeamMember(tx, { teamId, personId, estateId: n.estateId, fromDay }));
    const leave = (personId: string, lastDay: string, actor: Actor = n.as.RC2) =>
      does(t, actor, (tx) => endTeamMember(tx, { teamId, personId, lastDay }));
    good(await join(people[1]!, '2026-02-01'));
    expect(refusal(await join(people[1]!))).toBe('registry.member-already');
    expect(await members(n.as.RC, teamId)).toEqual(['住户测试1', '住户测试2']);
    good(await leave(people[1]!, '2026-06-30'));
    expect(await members(n.as.RC, teamId)).toEqual(['住户测试1']);
    good(await join(people[1]!));
    expect(await members(n.as.RC, teamId)).toEqual(['住户测试1', '住户测试2']);
    for (const actor of [n.as.PC, n.as.OC, n.as.AG, n.residents[0]!]) {
      expect(refusal(await join(people[2]!, TODAY, actor))).toBe('registry.not-a-keeper');
      expect(refusal(await leave(people[1]!, TODAY, actor))).toBe('registry.not-a-keeper');
    }
  });

  it('is never without a leader', async () => {
    const teamId = good(await form('VOLUNTEERS', n.org.RC, [people[0]!, people[1]!]));
    const leave = (personId: string) =>
      does(t, n.as.RC, (tx) => endTeamMember(tx, { teamId, personId, lastDay: TODAY }));
    const lead = (personId: string) => does(t, n.as.RC, (tx) => changeTeamLeader(tx, { teamId, personId }));
    expect(refusal(await leave(people[0]!))).toBe('registry.team-without-leader');
    expect(refusal(await lead(people[2]!))).toBe('registry.person-unknown');
    good(await lead(people[1]!));
    good(await leave(people[0]!));
    expect((await ask(n.as.RC, (tx) => teamFile(tx, teamId, '')))?.members?.map((m) => m.isLeader)).toContain(
      true,
    );
  });

  it('is put right by whoever saw its last version', async () => {
    const teamId = good(await form('SECURITY', n.org.RC, [people[0]!]));
    const correct = () =>
      does(t, n.as.RC2, (tx) =>
        correctTeam(tx, {
          teamId,
          version: 1,
          nameZh: '新名',
          nameEn: '',
          scheduleZh: '每天',
          scheduleEn: '',
        }),
      );
    good(await correct());
    expect(refusal(await correct())).toBe('registry.changed-meanwhile');
  });

  it('shows its list to the committee, the branch and its own organisation, and to nobody of elsewhere', async () => {
    const teamId = good(await form('SECURITY', n.org.PC, [people[0]!]));
    for (const actor of [n.as.RC, n.as.GB, n.as.PC]) expect(await members(actor, teamId)).toHaveLength(1);
    for (const actor of [n.as.OC, n.as.HO, n.as.AG, n.residents[0]!]) {
      expect(await members(actor, teamId)).toBeNull();
    }
    const other = await smallNeighborhood(t, 'ZZ');
    expect(await ask(other.as.RC, (tx) => teamFile(tx, teamId, ''))).toBeNull();
  });
});

describe('a party group', () => {
  it('shows its list to the general branch, and to no residents’ committee, company or owners’ committee', async () => {
    const teamId = good(await form('ACTIVITY_GROUP', n.org.GB, people));
    expect(await members(n.as.GB, teamId)).toHaveLength(4);
    for (const actor of [n.as.RC, n.as.RC2, n.as.PC, n.as.OC, n.as.HO, n.as.AG]) {
      expect(await members(actor, teamId)).toBeNull();
      const join = { teamId, personId: people[0]!, estateId: null, fromDay: TODAY };
      expect((await does(t, actor, (tx) => addTeamMember(tx, join))).ok).toBe(false);
    }
    expect(refusal(await form('ACTIVITY_GROUP', n.org.GB, [people[0]!], n.as.RC))).toBe(
      'registry.not-a-party-keeper',
    );
  });

  it('of fewer than five tells no number', async () => {
    const four = good(await form('ACTIVITY_GROUP', n.org.GB, people));
    const plain = good(await form('VOLUNTEERS', n.org.RC, [people[0]!]));
    const counts = async () =>
      new Map((await ask(n.as.RC, (tx) => teams(tx))).map((team) => [team.id, team.members]));
    expect((await counts()).get(four)).toBeNull();
    expect((await counts()).get(plain)).toBe(1);
    const fifth = { teamId: four, personId: n.as.RC2.personId!, estateId: null, fromDay: TODAY };
    good(await does(t, n.as.GB, (tx) => addTeamMember(tx, fifth)));
    expect((await counts()).get(four)).toBe(5);
  });
});

describe('a party membership', () => {
  const SECRET = '测试甲物业党支部';
  const enter = (more = {}, actor: Actor = n.as.GB) =>
    does(t, actor, (tx) =>
      enterMembership(tx, {
        organisationId: n.org.GB,
        personId: people[0]!,
        kind: 'DUAL',
        homeUnit: SECRET,
        contact: '组织委员',
        agreed: 'PAPER',
        fromDay: '2026-01-01',
        ...more,
      }),
    );
  const shown = async (actor: Actor) =>
    (await ask(actor, (tx) => organisationFile(tx, n.org.GB)))?.members?.map((one) => one.homeUnit) ?? null;

  it('is entered by the general branch, after the person agreed, in a party organisation', async () => {
    for (const actor of [n.as.RC, n.as.PC, n.as.OC, n.residents[0]!]) {
      expect(refusal(await enter({}, actor))).toBe('registry.not-a-party-keeper');
    }
    expect(refusal(await enter({ agreed: '' }))).toBe('registry.person-did-not-agree');
    expect(refusal(await enter({ homeUnit: '' }))).toBe('registry.home-unit-missing');
    expect(refusal(await enter({ organisationId: n.org.RC }))).toBe('registry.not-a-party-organisation');
    const id = good(await enter());
    expect(refusal(await enter())).toBe('registry.belongs-already');
    const end = (actor: Actor) =>
      does(t, actor, (tx) => endMembership(tx, { membershipId: id, lastDay: TODAY }));
    expect(refusal(await end(n.as.RC))).toBe('registry.not-a-party-keeper');
    good(await end(n.as.GB));
  });

  it('is read by the general branch, and by nobody of another organisation', async () => {
    good(await enter());
    expect(await shown(n.as.GB)).toEqual([SECRET]);
    expect(await shown(n.as.GB2)).toEqual([SECRET]);
    const auditor: Actor = { ...n.as.GB2, role: 'AUD' };
    for (const actor of [n.as.RC, n.as.RC2, n.as.PC, n.as.OC, n.as.HO, n.as.AG, n.residents[1]!, auditor]) {
      expect(await shown(actor)).toBeNull();
    }
  });

  it('of a branch is read by that branch and not by another one', async () => {
    good(await enter());
    const branch: Actor = {
      ...n.as.GB,
      role: 'VOL',
      post: { ...n.as.GB.post!, orgKind: 'PARTY_BRANCH' },
    };
    expect(await shown(branch)).toEqual([SECRET]);
    expect(await shown({ ...branch, post: { ...branch.post!, orgId: n.org.HO } })).toBeNull();
  });

  it('is in the person’s own data, and not in what the desk prints for them', async () => {
    good(await enter());
    good(await form('ACTIVITY_GROUP', n.org.GB, [people[0]!]));
    const told = async (actor: Actor) =>
      JSON.stringify(await ask(actor, (tx) => personalDataOf(tx, people[0]!)));
    expect(await told(n.residents[0]!)).toContain(SECRET);
    expect(await told(n.residents[0]!)).toContain('测试队');
    for (const actor of [n.as.RC, n.as.GB]) {
      expect(await told(actor)).not.toContain(SECRET);
      expect(await told(actor)).not.toContain('测试队');
    }
  });

  it('is found by no page, query or search of the residents’ committee, and named by no event', async () => {
    good(await enter());
    const rc = n.as.RC;
    const everything = JSON.stringify([
      await ask(rc, (tx) => personFile(tx, people[0]!)),
      await ask(rc, (tx) => peopleList(tx, { words: '住户测试1', after: null })),
      await ask(rc, (tx) => peopleList(tx, { words: SECRET, after: null })),
      await ask(rc, (tx) => registerOverview(tx)),
      await ask(rc, (tx) => organisationFile(tx, n.org.GB)),
    ]);
    expect(everything).toContain('住户测试1');
    expect(everything).not.toContain(SECRET);
    const { rows } = await t.ownerPool.query(
      "select data, subject_id, reason from platform.event where neighborhood_id = $1 and kind = 'registry.party-members-changed'",
      [n.id],
    );
    expect(rows).toEqual([{ data: {}, subject_id: n.org.GB, reason: null }]);
  });
});
