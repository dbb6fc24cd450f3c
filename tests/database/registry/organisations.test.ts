import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { addOrganisation } from '#modules/registry/commands/organisations/add-organisation.ts';
import { addPost } from '#modules/registry/commands/organisations/add-post.ts';
import { appointNewPerson } from '#modules/registry/commands/organisations/appoint-new-person.ts';
import { appointPerson } from '#modules/registry/commands/organisations/appoint-person.ts';
import { closePost } from '#modules/registry/commands/organisations/close-post.ts';
import { correctOrganisation } from '#modules/registry/commands/organisations/correct-organisation.ts';
import { correctPost } from '#modules/registry/commands/organisations/correct-post.ts';
import { endAppointment } from '#modules/registry/commands/organisations/end-appointment.ts';
import { extendAppointment } from '#modules/registry/commands/organisations/extend-appointment.ts';
import { serveEstate } from '#modules/registry/commands/organisations/serve-estate.ts';
import { stopServing } from '#modules/registry/commands/organisations/stop-serving.ts';
import { addPerson } from '#modules/registry/commands/people/add-person.ts';
import { changeCommitteeRules } from '#modules/registry/commands/terms/change-committee-rules.ts';
import { postsHeldBy, postsOf } from '#modules/registry/facade.server.ts';
import { organisationFile } from '#modules/registry/queries/organisations/organisation-file.ts';
import { organisationList } from '#modules/registry/queries/organisations/organisation-list.ts';
import { postPage } from '#modules/registry/queries/organisations/post-file.ts';
import { LEGAL_RULES } from '#modules/registry/rules/terms/committee-rules.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

/** The day the clock of these tests stands on. */
const TODAY = '2026-11-23';

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
});
afterAll(() => t.close());

const head = () => n.as.RC;
const read = <T>(actor: Actor, query: (tx: Parameters<typeof organisationList>[0]) => Promise<T>) =>
  t.database.inTransaction(actor, query);
const person = async (name: string) =>
  good(await does(t, head(), (tx) => addPerson(tx, { name, phone: null })));
const company = async () =>
  good(
    await does(t, head(), (tx) =>
      addOrganisation(tx, {
        kind: 'PROPERTY_COMPANY',
        nameZh: '测试新物业',
        nameEn: 'Test new company',
        estateIds: [],
        fromDay: TODAY,
      }),
    ),
  );
const desk = async (organisationId: string, code = 'PC-DESK') =>
  good(
    await does(t, head(), (tx) =>
      addPost(tx, { organisationId, code, nameZh: '受理岗', nameEn: 'Desk', duty: 'DESK' }),
    ),
  );
const appoint = (postId: string, personId: string, more: Partial<Parameters<typeof appointPerson>[1]> = {}) =>
  does(t, head(), (tx) => appointPerson(tx, { postId, personId, fromDay: TODAY, ...more }));
const file = async (id: string, actor: Actor = head()) =>
  (await read(actor, (tx) => organisationFile(tx, id)))!;

describe('an organisation', () => {
  it('is put right, and two who correct at once do not overwrite one another', async () => {
    const correction = {
      organisationId: n.org.PC,
      version: 1,
      nameEn: '',
      dutyPhone: '021-00000201',
      parentId: '',
    };
    good(await does(t, head(), (tx) => correctOrganisation(tx, { ...correction, nameZh: '测试改名' })));
    const { organisation } = await file(n.org.PC);
    expect(organisation).toMatchObject({ nameZh: '测试改名', nameEn: '测试改名', dutyPhone: '021-00000201' });
    const second = await does(t, head(), (tx) =>
      correctOrganisation(tx, { ...correction, nameZh: '测试二' }),
    );
    expect(refusal(second)).toBe('registry.changed-meanwhile');
  });

  it('cannot be part of itself, however far up', async () => {
    const part = (organisationId: string, parentId: string) =>
      does(t, head(), (tx) =>
        correctOrganisation(tx, {
          organisationId,
          version: 1,
          nameZh: '测',
          nameEn: '',
          dutyPhone: '',
          parentId,
        }),
      );
    good(await part(n.org.AG, n.org.HO));
    expect(refusal(await part(n.org.HO, n.org.AG))).toBe('registry.part-of-itself');
    expect(refusal(await part(n.org.HO, n.org.HO))).toBe('registry.part-of-itself');
  });

  it('serves an estate with dates, once at a time, and keeps its history', async () => {
    const organisationId = await company();
    const serve = (fromDay: string) =>
      does(t, head(), (tx) => serveEstate(tx, { organisationId, estateId: n.estateId, fromDay }));
    const stop = (lastDay: string) =>
      does(t, head(), (tx) => stopServing(tx, { organisationId, estateId: n.estateId, lastDay, reason: '' }));
    expect(refusal(await stop(TODAY))).toBe('registry.serves-not');
    good(await serve('2026-01-01'));
    expect(refusal(await serve('2026-05-01'))).toBe('registry.serves-already');
    expect(refusal(await stop('2025-12-31'))).toBe('registry.ends-before-start');
    good(await stop('2026-06-30'));
    good(await serve('2026-07-01'));
    const { services } = await file(organisationId);
    expect(services.map((one) => [one.fromDay, one.toDay])).toEqual([
      ['2026-07-01', null],
      ['2026-01-01', '2026-06-30'],
    ]);
  });

  it('is changed by no clerk, company or resident', async () => {
    for (const actor of [
      n.as.RC2,
      n.as.GB2,
      n.as.PC,
      n.as.OC,
      n.as.HO,
      n.as.AG,
      n.residents[0]!,
      n.anonymous,
    ]) {
      const tries = [
        await does(t, actor, (tx) =>
          correctOrganisation(tx, {
            organisationId: n.org.PC,
            version: 1,
            nameZh: '测',
            nameEn: '',
            dutyPhone: '',
            parentId: '',
          }),
        ),
        await does(t, actor, (tx) =>
          serveEstate(tx, { organisationId: n.org.PC, estateId: n.estateId, fromDay: TODAY }),
        ),
        await does(t, actor, (tx) =>
          stopServing(tx, { organisationId: n.org.PC, estateId: n.estateId, lastDay: TODAY, reason: '' }),
        ),
        await does(t, actor, (tx) =>
          addPost(tx, { organisationId: n.org.PC, code: 'X', nameZh: '测', nameEn: '', duty: 'DESK' }),
        ),
        await does(t, actor, (tx) => changeCommitteeRules(tx, { ...LEGAL_RULES, basis: '测试' })),
      ];
      expect(tries.map(refusal)).toEqual(tries.map(() => 'registry.not-a-keeper'));
    }
  });

  it('of another neighborhood is not there', async () => {
    const other = await smallNeighborhood(t, 'XX');
    expect(await read(head(), (tx) => organisationFile(tx, other.org.PC))).toBeNull();
    expect(await read(head(), (tx) => postPage(tx, other.as.PC.post!.postId, ''))).toBeNull();
    const correction = {
      organisationId: other.org.PC,
      version: 1,
      nameZh: '测',
      nameEn: '',
      dutyPhone: '',
      parentId: '',
    };
    expect(refusal(await does(t, head(), (tx) => correctOrganisation(tx, correction)))).toBe(
      'registry.organisation-unknown',
    );
    const serve = { organisationId: other.org.PC, estateId: n.estateId, fromDay: TODAY };
    expect(refusal(await does(t, head(), (tx) => serveEstate(tx, serve)))).toBe(
      'registry.organisation-unknown',
    );
  });
});

describe('a post', () => {
  it('is given to somebody who is not in the register: entered and appointed, both or neither', async () => {
    const postId = await desk(n.org.PC);
    const appointNew = (more: object, actor: Actor = head()) =>
      does(t, actor, (tx) =>
        appointNewPerson(tx, { postId, name: '测试新经理', phone: '13800007777', fromDay: TODAY, ...more }),
      );
    const people = async () =>
      Number(
        (
          await t.ownerPool.query('select count(*) as n from registry.person where neighborhood_id = $1', [
            n.id,
          ])
        ).rows[0].n,
      );
    const before = await people();
    expect(refusal(await appointNew({}, n.as.PC))).toBe('registry.not-a-keeper');
    expect(refusal(await appointNew({ name: ' ' }))).toBe('registry.name-missing');
    expect(refusal(await appointNew({ fromDay: '2026-02-30' }))).toBe('registry.day-unreadable');
    expect(await people()).toBe(before);
    good(await appointNew({}));
    expect(await people()).toBe(before + 1);
    expect(refusal(await appointNew({ name: '另一个人' }))).toBe('registry.phone-known');
    expect(await people()).toBe(before + 1);
  });

  it('is vacant until somebody is appointed, and the list says who stands in', async () => {
    const postId = await desk(n.org.PC);
    const vacancy = async () => {
      const { organisations } = good(await read(n.as.AG, organisationList));
      const posts = organisations.flatMap((org) => org.posts);
      return posts.find((post) => post.id === postId)?.holder;
    };
    expect(await vacancy()).toMatchObject({ as: 'HEAD', name: 'PC测试' });
    good(await appoint(postId, await person('测试客服')));
    expect(await vacancy()).toMatchObject({ as: 'HOLDER', name: '测试客服' });
  });

  it('has one holder at a time, and remembers the earlier ones', async () => {
    const postId = await desk(n.org.PC);
    const [first, second] = [await person('测试甲'), await person('测试乙')];
    const id = good(await appoint(postId, first, { fromDay: '2026-01-01' }));
    expect(refusal(await appoint(postId, second))).toBe('registry.post-is-held');
    good(await does(t, head(), (tx) => endAppointment(tx, { appointmentId: id, lastDay: '2026-06-30' })));
    good(await appoint(postId, second, { fromDay: '2026-07-01' }));
    const shown = await read(head(), (tx) => postPage(tx, postId, ''));
    expect(shown?.post.now?.name).toBe('测试乙');
    expect(shown?.post.before.map((one) => one.name)).toEqual(['测试甲']);
  });

  it('is extended to a later day only, not into the next holder’s time, and not when it is over', async () => {
    const postId = await desk(n.org.PC);
    const [first, second] = [await person('测试甲'), await person('测试乙')];
    const id = good(await appoint(postId, first, { fromDay: '2026-01-01', toDay: '2026-12-31' }));
    good(await appoint(postId, second, { fromDay: '2027-03-01' }));
    const extend = (toDay: string | null) =>
      does(t, head(), (tx) => extendAppointment(tx, { appointmentId: id, toDay }));
    expect(refusal(await extend('2026-12-31'))).toBe('registry.not-later');
    expect(refusal(await extend(null))).toBe('registry.post-is-held');
    expect(refusal(await extend('2027-03-01'))).toBe('registry.post-is-held');
    good(await extend('2027-02-28'));
    t.clock.now = new Date('2027-06-01T02:00:00Z');
    expect(refusal(await extend('2027-12-31'))).toBe('registry.appointment-over');
    t.clock.now = new Date('2026-11-23T02:00:00Z');
  });

  it('says what it does, and the head’s stays the head’s', async () => {
    const postId = await desk(n.org.PC);
    const correct = (id: string, duty: string) =>
      does(t, head(), (tx) =>
        correctPost(tx, {
          postId: id,
          version: 1,
          nameZh: '接待岗',
          nameEn: '',
          workZh: '接电话、登记报修',
          workEn: '',
          duty,
        }),
      );
    expect(refusal(await correct(postId, 'HEAD'))).toBe('registry.head-post-stays');
    expect(refusal(await correct(n.as.PC.post!.postId, 'DESK'))).toBe('registry.head-post-stays');
    good(await correct(postId, 'HANDLER'));
    const { post } = (await read(head(), (tx) => postPage(tx, postId, '')))!;
    expect(post).toMatchObject({ nameZh: '接待岗', workZh: '接电话、登记报修', duty: 'HANDLER' });
  });

  it('is given up only when nobody holds it, is offered no more, and nobody is appointed to it', async () => {
    const postId = await desk(n.org.PC);
    const id = good(await appoint(postId, await person('测试甲'), { fromDay: '2026-01-01' }));
    const close = (lastDay: string) =>
      does(t, head(), (tx) => closePost(tx, { postId, version: 1, lastDay, reason: '' }));
    expect(refusal(await close(TODAY))).toBe('registry.post-still-held');
    good(await does(t, head(), (tx) => endAppointment(tx, { appointmentId: id, lastDay: '2026-10-31' })));
    good(await close('2026-10-31'));
    expect((await read(head(), (tx) => postsOf(tx, [n.org.PC]))).map((post) => post.id)).not.toContain(
      postId,
    );
    expect(refusal(await appoint(postId, await person('测试乙')))).toBe('registry.post-closed');
    const headPost = { postId: n.as.PC.post!.postId, version: 1, lastDay: TODAY, reason: '' };
    expect(refusal(await does(t, head(), (tx) => closePost(tx, headPost)))).toBe('registry.head-post-stays');
  });

  it('is lost at once when its holder’s appointment ends', async () => {
    const postId = await desk(n.org.PC);
    const holder = await person('测试客服');
    const id = good(await appoint(postId, holder, { fromDay: '2026-01-01' }));
    const held = async () =>
      (await read(head(), (tx) => postsHeldBy(tx, holder, TODAY))).map((p) => p.postId);
    expect(await held()).toEqual([postId]);
    good(await does(t, head(), (tx) => endAppointment(tx, { appointmentId: id, lastDay: TODAY })));
    expect(await held()).toEqual([]);
  });

  it('of the register finds people for the keeper alone', async () => {
    const postId = await desk(n.org.PC);
    const found = async (actor: Actor) =>
      (await read(actor, (tx) => postPage(tx, postId, '住户测试')))?.found;
    expect((await found(head()))?.length).toBe(4);
    for (const actor of [n.as.RC2, n.as.PC, n.as.OC, n.as.AG]) expect(await found(actor)).toBeNull();
    expect(await read(n.residents[0]!, (tx) => postPage(tx, postId, ''))).toBeNull();
  });
});

describe('an owners’ committee and the property company of its estate', () => {
  const committeePost = async () =>
    good(
      await does(t, head(), (tx) =>
        addPost(tx, {
          organisationId: n.org.OC,
          code: `OC-${randomUUID().slice(0, 4)}`,
          nameZh: '委员',
          nameEn: '',
          duty: 'MEMBER',
        }),
      ),
    );

  it('have nobody in both without a reason, and the reason stands in the record', async () => {
    const postId = await committeePost();
    const personId = n.as.PC.personId!;
    expect(refusal(await appoint(postId, personId))).toBe('registry.works-for-company-why');
    good(await appoint(postId, personId, { despiteConflict: '业主大会同意' }));
    const { rows } = await t.ownerPool.query(
      "select reason from platform.event where neighborhood_id = $1 and kind = 'registry.appointed'",
      [n.id],
    );
    expect(rows).toEqual([{ reason: '业主大会同意' }]);
  });

  it('have nobody in both where the neighborhood’s rules say so, whatever the reason, in either direction', async () => {
    good(
      await does(t, head(), (tx) =>
        changeCommitteeRules(tx, { ...LEGAL_RULES, companyConflict: 'REFUSE', basis: '业主大会决定' }),
      ),
    );
    const why = { despiteConflict: '业主大会同意' };
    expect(refusal(await appoint(await committeePost(), n.as.PC.personId!, why))).toBe(
      'registry.works-for-company',
    );
    const companyPost = await desk(n.org.PC);
    expect(refusal(await appoint(companyPost, n.as.OC.personId!, why))).toBe('registry.works-for-company');
  });

  it('share people of the residents’ committee, and of companies elsewhere', async () => {
    good(await appoint(await committeePost(), n.as.RC2.personId!));
    const elsewhere = await company();
    const worker = await person('测试外面的物业');
    good(await appoint(await desk(elsewhere, 'PC2-DESK'), worker));
    good(await appoint(await committeePost(), worker));
  });
});
