import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoNeighborhood } from '#demo/neighborhood/demo-neighborhood.ts';
import { demoId } from '#demo/neighborhood/ids.ts';
import { seedNeighborhood } from '#demo/neighborhood/seed-neighborhood.ts';
import { type Actor, anonymousActor, systemActor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { addOrganisation } from '#modules/registry/commands/organisations/add-organisation.ts';
import { addPost } from '#modules/registry/commands/organisations/add-post.ts';
import { appointPerson } from '#modules/registry/commands/organisations/appoint-person.ts';
import { endAppointment } from '#modules/registry/commands/organisations/end-appointment.ts';
import { addPerson } from '#modules/registry/commands/people/add-person.ts';
import { holdUnit } from '#modules/registry/commands/people/hold-unit.ts';
import { addEstate } from '#modules/registry/commands/places/add-estate.ts';
import { foundNeighborhood } from '#modules/registry/commands/places/found-neighborhood.ts';
import { formTeam } from '#modules/registry/commands/teams/form-team.ts';
import { placeText } from '#modules/registry/contract.ts';
import {
  headOf,
  holdersOf,
  peopleByIds,
  personForPhone,
  phoneOf,
  placeOf,
  placesByIds,
  placeTree,
  postsHeldBy,
  profile,
} from '#modules/registry/facade.server.ts';
import en from '#modules/registry/words/en.json' with { type: 'json' };
import zh from '#modules/registry/words/zh-CN.json' with { type: 'json' };
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { makeTranslate } from '#platform/i18n/translate.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

const NOW = new Date('2026-11-20T02:00:00Z');
const TODAY = '2026-11-20';
const OTHER = demoId('neighborhood/other');

let t: TestDatabase;
let demo: DemoNeighborhood;
beforeAll(async () => {
  t = await testDatabase(NOW);
  demo = await seedNeighborhood(t.database, { now: NOW });
  const founded = await runCommand(t.database, systemActor(OTHER), (tx) =>
    foundNeighborhood(tx, {
      code: 'OT',
      nameZh: '测试居民区',
      nameEn: 'Other neighborhood',
      statedPopulation: '',
      statedPartyMembers: '',
      statedSource: '',
    }),
  );
  expect(founded.ok).toBe(true);
}, 60_000);
afterAll(() => t.close());

class Undo extends Error {}

/** Runs as somebody and undoes everything. */
async function tried<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T> {
  let answer: { value: T } | undefined;
  await t.database
    .inTransaction(actor, async (tx) => {
      answer = { value: await fn(tx) };
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return answer!.value;
}

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const head = () => demo.actorInPost('RC-HEAD');

describe('a place', () => {
  const of = (ids: Parameters<typeof placeOf>[1]) => tried(anonymousActor(demo.id), (tx) => placeOf(tx, ids));

  it('is completed from a unit: its entrance, building and estate', async () => {
    const place = given(await of({ estateId: demo.estates.ZJ, unitId: demo.unitId('ZJ-B03-S08-0502') }));
    const text = (locale: 'zh-CN' | 'en', detail: 'FULL' | 'BUILDING' | 'ESTATE') =>
      placeText(place, { locale, t: makeTranslate(locale, { 'zh-CN': zh, en }) }, detail);
    expect(text('zh-CN', 'FULL')).toBe('紫荆小区 3号楼 8号门 502室');
    expect(text('en', 'FULL')).toBe('Zijing Estate, Bldg 3, Entrance 8, 502');
    expect(text('zh-CN', 'BUILDING')).toBe('紫荆小区 3号楼');
    expect(text('en', 'ESTATE')).toBe('Zijing Estate');
  });

  it('is completed from a lift: its entrance and building', async () => {
    const commonPartId = demo.commonPartId('LB-B03-S03-LIFT-1');
    const place = given(await of({ estateId: demo.estates.LB, commonPartId }));
    expect(place).toMatchObject({
      building: { number: 3 },
      stairwell: { number: 3 },
      commonPart: { nameZh: '3号门东梯' },
    });
  });

  it('is refused when its parts do not belong together', async () => {
    const ZJ = demo.estates.ZJ;
    const wrong = [
      { estateId: demo.people.zhou },
      { estateId: ZJ, buildingId: demo.buildingId('CS', 1) },
      { estateId: ZJ, buildingId: demo.buildingId('ZJ', 2), stairwellId: demo.stairwellId('ZJ', 8) },
      { estateId: ZJ, stairwellId: demo.stairwellId('LB', 1) },
      { estateId: ZJ, unitId: demo.unitId('CS-B01-S01-0101') },
      { estateId: ZJ, stairwellId: demo.stairwellId('ZJ', 9), unitId: demo.unitId('ZJ-B03-S08-0502') },
      { estateId: ZJ, commonPartId: demo.commonPartId('CS-GATE-N') },
    ];
    const codes = [];
    for (const ids of wrong) codes.push(codeOf(await of(ids)));
    expect(codes).toEqual([
      'registry.estate-unknown',
      'registry.building-elsewhere',
      'registry.stairwell-elsewhere',
      'registry.stairwell-elsewhere',
      'registry.unit-elsewhere',
      'registry.unit-elsewhere',
      'registry.common-part-elsewhere',
    ]);
  });

  it('comes in lists in the order of the rows', async () => {
    const rows = [
      { estateId: demo.estates.CS, unitId: demo.unitId('CS-B02-S03-0202') },
      { estateId: demo.estates.ZJ },
      { estateId: demo.estates.CS, stairwellId: demo.stairwellId('CS', 7) },
    ];
    const places = await tried(anonymousActor(demo.id), (tx) => placesByIds(tx, rows));
    expect(places.map((p) => [p.estate.code, p.building?.number, p.unit?.room])).toEqual([
      ['CS', 2, '202'],
      ['ZJ', undefined, undefined],
      ['CS', 4, undefined],
    ]);
  });
});

describe('an appointment', () => {
  const appointment = (post: string) => demoId(`appointment/${post}`);

  it('that ends passes the post’s work to the deputy, then to the successor', async () => {
    const who = await tried(head(), async (tx) => {
      const post = demo.post('OC-ZJ-3');
      given(await endAppointment(tx, { appointmentId: appointment('OC-ZJ-3'), lastDay: '2026-11-19' }));
      const vacant = (await holdersOf(tx, [post], TODAY)).get(post);
      given(await appointPerson(tx, { postId: post, personId: demo.people.mrLi, fromDay: TODAY }));
      const filled = (await holdersOf(tx, [post], TODAY)).get(post);
      const before = (await holdersOf(tx, [post], '2026-11-19')).get(post);
      return [vacant, filled, before].map((holder) => [holder?.name, holder?.as]);
    });
    expect(who).toEqual([
      ['秦阿姨', 'DEPUTY'],
      ['李先生', 'HOLDER'],
      ['吕叔叔', 'HOLDER'],
    ]);
  });

  it('that ends takes the post from the person, and the deputy stands in for a head', async () => {
    const answer = await tried(demo.actorInPost('GB-SEC'), async (tx) => {
      given(await endAppointment(tx, { appointmentId: appointment('GB-SEC'), lastDay: '2026-11-19' }));
      const posts = await postsHeldBy(tx, demo.people.zhou, TODAY);
      return { posts, head: await headOf(tx, demo.orgs.generalBranch, TODAY) };
    });
    expect(answer.posts).toEqual([]);
    expect(answer.head).toMatchObject({ name: '吴副书记（测试）', as: 'DEPUTY' });
  });

  it('tells the others by an event', async () => {
    const events = await tried(head(), async (tx) => {
      given(
        await endAppointment(tx, { appointmentId: appointment('RC-DESK-1'), lastDay: TODAY, reason: '调动' }),
      );
      return tx
        .schema('platform')
        .selectFrom('platform.event')
        .select(['kind', 'post_id', 'reason', 'data'])
        .where('subject_id', '=', appointment('RC-DESK-1'))
        .orderBy('seq', 'desc')
        .limit(1)
        .execute();
    });
    expect(events).toEqual([
      {
        kind: 'registry.appointment-ended',
        post_id: demo.post('RC-HEAD'),
        reason: '调动',
        data: {
          appointmentId: appointment('RC-DESK-1'),
          postId: demo.post('RC-DESK-1'),
          personId: demo.people.xiaoChen,
          lastDay: TODAY,
        },
      },
    ]);
  });

  it('is refused while somebody holds the post, and to people and posts that do not exist', async () => {
    const codes = await tried(head(), async (tx) => {
      const fromDay = TODAY;
      const { mrLi, zhou } = demo.people;
      const post = demo.post('RC-DESK-1');
      return [
        await appointPerson(tx, { postId: post, personId: mrLi, fromDay }),
        await appointPerson(tx, { postId: mrLi, personId: mrLi, fromDay }),
        await appointPerson(tx, { postId: post, personId: post, fromDay }),
        await endAppointment(tx, { appointmentId: zhou, lastDay: TODAY }),
      ].map(codeOf);
    });
    expect(codes).toEqual([
      'registry.post-is-held',
      'registry.post-unknown',
      'registry.person-unknown',
      'registry.appointment-unknown',
    ]);
  });
});

describe('somebody with a phone', () => {
  it('is found again, however the number is written', async () => {
    const found = await tried(anonymousActor(demo.id), async (tx) => {
      const digits = (await phoneOf(tx, demo.people.auntieWang)) ?? '';
      const phone = `+86 ${digits.slice(0, 3)}-${digits.slice(3, 7)} ${digits.slice(7)}`;
      return given(await personForPhone(tx, { phone, name: '王' }));
    });
    expect(found).toEqual({ personId: demo.people.auntieWang, made: false });
  });

  it('is made once when nobody has it', async () => {
    const [first, second, name] = await tried(anonymousActor(demo.id), async (tx) => {
      const made = given(await personForPhone(tx, { phone: '13800009998', name: '新邻居（测试）' }));
      const again = given(await personForPhone(tx, { phone: '13800009998' }));
      return [made, again, (await peopleByIds(tx, [made.personId])).get(made.personId)?.name] as const;
    });
    expect(first.made).toBe(true);
    expect(second).toEqual({ personId: first.personId, made: false });
    expect(name).toBe('新邻居（测试）');
  });

  it('is refused when the number cannot be one', async () => {
    expect(codeOf(await tried(anonymousActor(demo.id), (tx) => personForPhone(tx, { phone: '12345' })))).toBe(
      'registry.phone-unreadable',
    );
  });
});

describe('the register cannot', () => {
  it('lose an appointment by a clerk, who may enter people', async () => {
    const clerk = demo.actorInPost('RC-DESK-1');
    const end = { appointmentId: demoId('appointment/RC-HEAD'), lastDay: TODAY };
    expect(codeOf(await tried(clerk, (tx) => endAppointment(tx, end)))).toBe('registry.not-a-keeper');
    expect(codeOf(await tried(clerk, (tx) => addPerson(tx, { name: '测试' })))).toBe('ok');
  });

  it('be changed by a manager, a resident or a visitor', async () => {
    const actors = [
      demo.actorInPost('PC-ZJ-MGR'),
      demo.actorAtHome(demo.people.mrLi),
      anonymousActor(demo.id),
    ];
    const codes: string[] = [];
    for (const actor of actors) {
      codes.push(codeOf(await tried(actor, (tx) => addPerson(tx, { name: '测试' }))));
      const end = { appointmentId: demoId('appointment/RC-HEAD'), lastDay: TODAY };
      codes.push(codeOf(await tried(actor, (tx) => endAppointment(tx, end))));
    }
    expect(new Set(codes)).toEqual(new Set(['registry.not-a-keeper']));
  });

  it('be founded twice, nor filled before it is founded', async () => {
    const again = {
      code: 'X',
      nameZh: '测试',
      nameEn: '',
      statedPopulation: '',
      statedPartyMembers: '',
      statedSource: '',
    };
    expect(codeOf(await tried(systemActor(demo.id), (tx) => foundNeighborhood(tx, again)))).toBe(
      'registry.already-founded',
    );
    const nowhere = systemActor(demoId('neighborhood/nowhere'));
    const estate = {
      code: 'A',
      nameZh: '测试',
      nameEn: '',
      laneZh: '',
      position: 1,
      buildings: [],
      units: [],
      commonParts: [],
    };
    expect(codeOf(await tried(nowhere, (tx) => addEstate(tx, estate)))).toBe('registry.not-founded');
  });

  it('take what does not fit', async () => {
    const org = { kind: 'PARTNER_UNIT', nameZh: '测试', nameEn: '', fromDay: TODAY } as const;
    const post = { organisationId: demo.orgs.propertyZj, nameZh: '测试', nameEn: '', duty: 'HEAD' } as const;
    const unitId = demo.unitId('ZJ-B03-S08-0502');
    const holding = { unitId, relation: 'OWNER', fromDay: TODAY } as const;
    const team = {
      kind: 'WOODPECKER',
      nameZh: '测试',
      nameEn: '',
      scheduleZh: '',
      scheduleEn: '',
      fromDay: TODAY,
    } as const;
    const codes = await tried(head(), async (tx) =>
      [
        await addOrganisation(tx, { ...org, estateIds: [unitId] }),
        await addOrganisation(tx, { ...org, estateIds: [], fromDay: 'soon' }),
        await addPost(tx, { ...post, code: 'PC-ZJ-MGR' }),
        await addPost(tx, { ...post, code: 'NEW', isHead: true }),
        await addPost(tx, {
          ...post,
          code: 'NEW',
          estateId: demo.estates.ZJ,
          stairwellId: demo.stairwellId('LB', 1),
        }),
        await addPerson(tx, { name: ' ' }),
        await addPerson(tx, { name: '测试', phone: '1' }),
        await holdUnit(tx, { ...holding, personId: demo.people.mrLi, organisationId: demo.orgs.bank }),
        await holdUnit(tx, { ...holding, personId: unitId }),
        await holdUnit(tx, { ...holding, unitId: demo.people.mrLi, personId: demo.people.mrLi }),
        await formTeam(tx, { ...team, members: [{ personId: demo.people.mrLi }] }),
        await formTeam(tx, { ...team, members: [{ personId: unitId, isLeader: true }] }),
      ].map(codeOf),
    );
    expect(codes).toEqual([
      'registry.estate-unknown',
      'registry.day-unreadable',
      'registry.code-taken',
      'registry.organisation-has-head',
      'registry.stairwell-elsewhere',
      'registry.name-missing',
      'registry.phone-unreadable',
      'registry.holder-unclear',
      'registry.person-unknown',
      'registry.unit-unknown',
      'registry.team-without-leader',
      'registry.person-unknown',
    ]);
  });

  it('be seen from another neighborhood: its places, people and posts are not there', async () => {
    const seen = await tried(systemActor(OTHER), async (tx) => ({
      code: (await profile(tx))?.code,
      tree: await placeTree(tx),
      people: (await peopleByIds(tx, [demo.people.zhou])).size,
      posts: await postsHeldBy(tx, demo.people.zhou, TODAY),
      place: codeOf(await placeOf(tx, { estateId: demo.estates.ZJ })),
      ended: codeOf(
        await endAppointment(tx, { appointmentId: demoId('appointment/GB-SEC'), lastDay: TODAY }),
      ),
    }));
    expect(seen).toEqual({
      code: 'OT',
      tree: [],
      people: 0,
      posts: [],
      place: 'registry.estate-unknown',
      ended: 'registry.appointment-unknown',
    });
  });
});

describe('the program’s role cannot', () => {
  const asApp = async (neighborhood: string | null, sql: string) => {
    const client = await t.appPool.connect();
    try {
      await client.query('begin');
      if (neighborhood) await client.query(`set local xieshou.neighborhood = '${neighborhood}'`);
      return (await client.query(sql)).rowCount;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const TABLES = [
    'neighborhood',
    'estate',
    'building',
    'unit',
    'person',
    'post',
    'appointment',
    'unit_holder',
    'team',
  ];

  it.each(TABLES)('read registry.%s without a neighborhood set', async (table) => {
    expect(await asApp(null, `select from registry.${table}`)).toBe(0);
    expect(await asApp(demo.id, `select from registry.${table}`)).toBeGreaterThan(0);
  });

  it('change or write rows of another neighborhood', async () => {
    expect(
      await asApp(OTHER, `update registry.person set name = '' where neighborhood_id = '${demo.id}'`),
    ).toBe(0);
    await expect(
      asApp(
        OTHER,
        `insert into registry.person (neighborhood_id, id, name) values ('${demo.id}', '${demoId('x')}', 'x')`,
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it('delete what an import could not have made, or change the tables of the register', async () => {
    for (const table of ['neighborhood', 'common_part', 'team', 'team_member', 'site_plan']) {
      await expect(asApp(demo.id, `delete from registry.${table}`)).rejects.toThrow(/permission denied/);
    }
    await expect(asApp(demo.id, 'truncate registry.unit')).rejects.toThrow(/permission denied/);
    await expect(asApp(demo.id, 'alter table registry.unit disable row level security')).rejects.toThrow(
      /must be owner/,
    );
  });
});
