import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { cancelAppraisal } from '#modules/meetings/commands/appraisal/cancel-appraisal.ts';
import { castSlip } from '#modules/meetings/commands/appraisal/cast-slip.ts';
import { countSlips } from '#modules/meetings/commands/appraisal/count-slips.ts';
import { listRectification } from '#modules/meetings/commands/appraisal/list-rectification.ts';
import { openScoring } from '#modules/meetings/commands/appraisal/open-scoring.ts';
import { planAppraisal } from '#modules/meetings/commands/appraisal/plan-appraisal.ts';
import { publishAppraisal } from '#modules/meetings/commands/appraisal/publish-appraisal.ts';
import { reportOnSelf } from '#modules/meetings/commands/appraisal/report-on-self.ts';
import { type PlanAppraisal, planForm } from '#modules/meetings/forms/appraisal.ts';
import { withRules } from '../agreements/adopted-rules.ts';
import { approves } from '../redaction/second-look.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';

const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const PLANNED = at('2026-11-13 10:00');
const EVENING = at('2026-11-20 19:00');
const ALL_FIVE = [5, 4];

let t: TestDatabase;
let n: SmallNeighborhood;
beforeAll(async () => {
  t = await testDatabase(PLANNED);
});
beforeEach(async () => {
  t.clock.now = PLANNED;
  n = await smallNeighborhood(t);
  await withRules(t, n);
});
afterAll(() => t.close());

const rows = async (sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await t.ownerPool.query(sql, values)).rows;
const kept = async (id: string) => (await rows('select * from meetings.appraisal where id = $1', id))[0]!;
const slips = (id: string) => rows('select * from meetings.appraisal_slip where appraisal_id = $1', id);
const versionOf = async (id: string) => (await kept(id)).version as number;

const plan = (more: Partial<PlanAppraisal> = {}, actor: Actor = n.as.RC) => {
  const input = planForm.parse({
    id: randomUUID(),
    version: 0,
    objectKind: 'ORGANISATION',
    orgId: n.org.PC,
    title: '全年物业服务',
    finishedOn: null,
    estateId: n.estateId,
    criteria: ['设施维修', '费用公开'],
    startsAt: EVENING,
    place: '居委会二楼会议室',
    ...more,
  });
  return does(t, actor, (tx) => planAppraisal(tx, input));
};
const planned = async (more: Partial<PlanAppraisal> = {}, actor: Actor = n.as.RC) =>
  good(await plan(more, actor)).id;
const open = async (id: string, count = 8, actor: Actor = n.as.RC) => {
  const version = await versionOf(id);
  return does(t, actor, (tx) => openScoring(tx, { id, version, slips: count }));
};
const opened = async (count = 8) => {
  const id = await planned();
  t.clock.now = EVENING;
  return { id, codes: good(await open(id, count)) };
};
const cast = (code: string, scores: readonly (number | null)[] = ALL_FIVE) =>
  does(t, n.anonymous, (tx) => castSlip(tx, { code, scores: [...scores], isVoid: false }, false));
const paper = (code: string, { scores = ALL_FIVE, isVoid = false } = {}, actor: Actor = n.as.RC) =>
  does(t, actor, (tx) => castSlip(tx, { code, scores, isVoid }, true));
const count = async (id: string, actor: Actor = n.as.RC) => {
  const version = await versionOf(id);
  return does(t, actor, (tx) =>
    countSlips(tx, { id, version, questions: '问了电梯停运的事，公司答应月底修好。' }),
  );
};
const item = (more = {}) => ({
  task: '坏灯三天内换好',
  measure: '抽查十处，九处以上亮着',
  postId: n.as.PC.post!.postId,
  dueOn: '2026-12-18',
  ...more,
});
const lists = async (id: string, items: readonly ReturnType<typeof item>[], actor: Actor = n.as.RC) => {
  const version = await versionOf(id);
  return does(t, actor, (tx) =>
    listRectification(tx, { id, version, conclusion: '停车要整改。', items: [...items] }),
  );
};
const publishes = async (id: string, actor: Actor = n.as.RC) => {
  const version = await versionOf(id);
  return does(t, actor, (tx) => publishAppraisal(tx, { id, version }));
};

describe('an appraisal is planned', () => {
  it('by the committee, and by the general branch when it is the committee’s own work', async () => {
    for (const actor of [n.as.GB, n.as.OC, n.residents[0]!, n.anonymous])
      expect(refusal(await plan({}, actor))).toBe('meetings.appraisal-not-yours');
    expect(refusal(await plan({}, n.as.PC))).toBe('meetings.not-your-own-work');
    expect(refusal(await plan({ orgId: n.org.RC }))).toBe('meetings.not-your-own-work');
    good(await plan({}));
    good(await plan({ orgId: n.org.RC, title: '居委会全年工作' }, n.as.GB));
    const codes = await rows(
      'select code from meetings.appraisal where neighborhood_id = $1 order by 1',
      n.id,
    );
    expect(codes.map((one) => one.code)).toEqual(['A-2026-01', 'A-2026-02']);
  });

  it('for an organisation or a finished project, never for a party organisation and never for a person', async () => {
    expect(refusal(await plan({ orgId: n.org.GB }))).toBe('meetings.no-such-organisation');
    expect(refusal(await plan({ objectKind: 'PROJECT', finishedOn: '2026-11-21' }))).toBe(
      'meetings.project-not-finished',
    );
    for (const [name, nameEn] of [['测试某', 'Test Somebody']])
      await t.ownerPool.query(
        'insert into registry.person (neighborhood_id, id, name, name_en) values ($1, $2, $3, $4)',
        [n.id, randomUUID(), name, nameEn],
      );
    expect(refusal(await plan({ title: '测试某的服务态度' }))).toBe('meetings.names-somebody');
    expect(refusal(await plan({ criteria: ['设施维修', '测试某'] }))).toBe('meetings.names-somebody');
    expect(refusal(await plan({ title: 'Work of Test Somebody' }))).toBe('meetings.names-somebody');
    good(await plan({ objectKind: 'PROJECT', finishedOn: '2026-06-12', title: '水管改造' }));
  });

  it('seven days before, and changed until slips are handed out; a plan whose day stays needs no new notice', async () => {
    expect(refusal(await plan({ startsAt: at('2026-11-19 19:00') }))).toBe('meetings.appraisal-too-soon');
    const id = await planned();
    t.clock.now = at('2026-11-18 09:00');
    good(await plan({ id, version: 1, criteria: ['设施维修', '费用公开', '电梯'] }));
    expect(refusal(await plan({ id, version: 1 }))).toBe('meetings.changed-meanwhile');
    t.clock.now = EVENING;
    good(await open(id));
    expect(refusal(await plan({ id, version: 3 }))).toBe('meetings.not-in-this-state');
  });

  it('is called off before anybody has scored, and never after', async () => {
    const id = await planned();
    const cancel = async () => {
      const version = await versionOf(id);
      return does(t, n.as.RC, (tx) => cancelAppraisal(tx, { id, version, reason: '改到下月一起评' }));
    };
    const other = await planned();
    good(await cancel());
    expect(await kept(id)).toMatchObject({ state: 'CANCELLED', reason: '改到下月一起评' });
    t.clock.now = EVENING;
    good(await open(other));
    const version = await versionOf(other);
    expect(
      refusal(
        await does(t, n.as.RC, (tx) => cancelAppraisal(tx, { id: other, version, reason: '分数不好' })),
      ),
    ).toBe('meetings.not-in-this-state');
  });
});

describe('the self-report', () => {
  it('is written by the organisation appraised and by nobody else', async () => {
    const id = await planned();
    const report = async (actor: Actor) => {
      const version = await versionOf(id);
      return does(t, actor, (tx) =>
        reportOnSelf(tx, { id, version, text: '今年修了二百一十处，最慢的九天。' }),
      );
    };
    for (const actor of [n.as.RC, n.as.GB, n.as.OC, n.residents[0]!])
      expect(refusal(await report(actor))).toBe('meetings.appraisal-not-yours');
    good(await report(n.as.PC));
    good(await plan({ id, version: 2, orgId: n.org.OC, title: '业委会全年工作' }));
    expect((await kept(id)).self_report).toBeNull();
  });
});

describe('scoring', () => {
  it('opens on the day, with codes that are kept as hashes only; more slips may follow', async () => {
    const id = await planned();
    expect(refusal(await open(id))).toBe('meetings.appraisal-to-come');
    t.clock.now = EVENING;
    expect(refusal(await open(id, 8, n.as.PC))).toBe('meetings.not-your-own-work');
    const codes = good(await open(id, 3));
    good(await open(id, 2));
    expect((await kept(id)).slips_out).toBe(5);
    const hashes = await rows('select * from meetings.appraisal_code where appraisal_id = $1', id);
    expect(new Set(hashes.map((one) => one.code_hash)).size).toBe(5);
    for (const code of codes) expect(JSON.stringify(hashes)).not.toContain(code);
  });

  it('takes a slip once: by its holder without an account, or from paper by those who count', async () => {
    const { id, codes } = await opened();
    good(await cast(codes[0]!.toLowerCase()));
    expect(refusal(await cast(codes[0]!))).toBe('meetings.no-such-slip');
    expect(refusal(await paper(codes[0]!))).toBe('meetings.no-such-slip');
    good(await paper(codes[1]!));
    expect(refusal(await cast('ACDE-FGHJ'))).toBe('meetings.no-such-slip');
    expect(refusal(await cast('nonsense'))).toBe('meetings.no-such-slip');
    expect(await slips(id)).toHaveLength(2);
  });

  it('of two who send the same code at the same moment one gets through', async () => {
    const { id, codes } = await opened();
    const answers = await Promise.all([1, 2, 3, 4].map(() => cast(codes[0]!)));
    expect(answers.filter((one) => one.ok)).toHaveLength(1);
    expect(await slips(id)).toHaveLength(1);
  });

  it('is not counted by whoever is appraised, nor typed in by other organisations or residents', async () => {
    const { id, codes } = await opened();
    expect(refusal(await paper(codes[0]!, {}, n.as.PC))).toBe('meetings.not-your-own-work');
    for (const actor of [n.as.OC, n.as.GB, n.residents[0]!])
      expect(refusal(await paper(codes[0]!, {}, actor))).toBe('meetings.appraisal-not-yours');
    good(await cast(codes[0]!));
    expect(refusal(await count(id, n.as.PC))).toBe('meetings.not-your-own-work');
  });

  it('a slip with nothing ticked is refused and its code stays good; on paper it can be called void', async () => {
    const { id, codes } = await opened();
    expect(refusal(await cast(codes[0]!, [null, null]))).toBe('meetings.nothing-ticked');
    expect(refusal(await cast(codes[0]!, [5, 4, 3]))).toBe('meetings.nothing-ticked');
    good(await paper(codes[0]!, { isVoid: true }));
    expect([(await slips(id)).length, (await kept(id)).slips_void]).toEqual([0, 1]);
    expect(refusal(await cast(codes[0]!))).toBe('meetings.no-such-slip');
  });

  it('ends with the count: slips that did not come back are good for nothing', async () => {
    const { id, codes } = await opened();
    good(await cast(codes[0]!));
    expect(good(await count(id))).toEqual({ back: 1 });
    expect(refusal(await cast(codes[1]!))).toBe('meetings.no-such-slip');
    expect(await rows('select 1 from meetings.appraisal_code where appraisal_id = $1', id)).toEqual([]);
  });

  it('leaves nothing that could say who scored what: no person, no moment, no code, no event, no order', async () => {
    const { id, codes } = await opened();
    const events = () =>
      rows('select count(*)::int as n from platform.event where neighborhood_id = $1', n.id);
    const before = await events();
    for (const code of codes.slice(0, 6)) good(await cast(code));
    expect(await events()).toEqual(before);
    const columns = await rows(
      `select column_name as name from information_schema.columns
        where table_schema = 'meetings' and table_name = 'appraisal_slip' order by 1`,
    );
    expect(columns.map((one) => one.name)).toEqual(['appraisal_id', 'id', 'neighborhood_id', 'scores']);
    const left = await rows('select * from meetings.appraisal_code where appraisal_id = $1', id);
    expect(left).toHaveLength(2);
    // Random ids (version 4): those of this program tell the moment they were made.
    for (const slip of await slips(id)) expect(String(slip.id)).toMatch(/^.{14}4/);
    const times = await rows(
      `select table_name from information_schema.columns where table_schema = 'meetings'
        and table_name in ('appraisal_slip', 'appraisal_code') and data_type like 'timestamp%'`,
    );
    expect(times).toEqual([]);
  });

  it('a slip that came in can be neither changed nor taken away by the program', async () => {
    const { codes } = await opened();
    good(await cast(codes[0]!));
    for (const sql of [
      "update meetings.appraisal_slip set scores = '[1,1]'",
      'delete from meetings.appraisal_slip',
    ])
      await expect(t.appPool.query(sql)).rejects.toThrow(/permission denied/);
  });
});

describe('what is to be put right', () => {
  const counted = async () => {
    const { id, codes } = await opened();
    for (const code of codes.slice(0, 6)) good(await cast(code));
    good(await count(id));
    return id;
  };

  it('has an organisation, a person who holds its post, a working day to come and a measure', async () => {
    const id = await counted();
    expect(refusal(await lists(id, [item({ postId: n.estateId })]))).toBe('meetings.no-such-post');
    for (const dueOn of ['2026-11-20', '2026-12-19', '2031-12-18'])
      expect([dueOn, refusal(await lists(id, [item({ dueOn })]))]).toEqual([
        dueOn,
        'meetings.due-no-workday',
      ]);
    await t.ownerPool.query(
      "update registry.appointment set to_day = '2026-11-01' where neighborhood_id = $1 and post_id = $2",
      [n.id, n.as.OC.post!.postId],
    );
    expect(refusal(await lists(id, [item({ postId: n.as.OC.post!.postId })]))).toBe(
      'meetings.nobody-in-post',
    );
    good(await lists(id, [item(), item({ task: '每月公布电费', postId: n.as.HO.post!.postId })]));
    const list = await rows(
      'select number, org_id, person_id, due_on::text as due from meetings.rectification where appraisal_id = $1 order by 1',
      id,
    );
    expect(list).toEqual([
      { number: 1, org_id: n.org.PC, person_id: n.as.PC.personId, due: '2026-12-18' },
      { number: 2, org_id: n.org.HO, person_id: n.as.HO.personId, due: '2026-12-18' },
    ]);
    expect(refusal(await lists(id, [item()], n.as.PC))).toBe('meetings.not-your-own-work');
  });

  it('is published with the results once a second person has approved the words, and changes no more', async () => {
    const id = await counted();
    good(await lists(id, [item()]));
    const stale = good(await publishes(id));
    good(await lists(id, [item({ task: '坏灯两天内换好' })]));
    expect(refusal(await approves(t, n.as.GB, stale.pieceId))).toBe('meetings.changed-meanwhile');
    const { pieceId } = good(await publishes(id));
    good(await approves(t, n.as.GB, pieceId));
    expect(await kept(id)).toMatchObject({
      state: 'PUBLISHED',
      published: {
        selfReport: '',
        questions: '问了电梯停运的事，公司答应月底修好。',
        conclusion: '停车要整改。',
        tasks: { '1': '坏灯两天内换好' },
        measures: { '1': '抽查十处，九处以上亮着' },
      },
    });
    expect(refusal(await lists(id, [item()]))).toBe('meetings.not-in-this-state');
  });

  it('is followed from then on like every other action, taken on by the head of its organisation', async () => {
    const id = await counted();
    good(await lists(id, [item(), item({ task: '每月公布电费', postId: n.as.HO.post!.postId })]));
    const { pieceId } = good(await publishes(id));
    good(await approves(t, n.as.GB, pieceId));
    const actions = await rows(
      `select a.id, a.task, a.lead_org_id, a.state, a.due_on::text as due, r.code, r.text
         from resolutions.action_item a join resolutions.resolution r on r.id = a.resolution_id
        where a.neighborhood_id = $1 order by a.number`,
      n.id,
    );
    expect(actions).toMatchObject([
      {
        task: '坏灯三天内换好',
        lead_org_id: n.org.PC,
        state: 'PROPOSED',
        due: '2026-12-18',
        text: '停车要整改。',
      },
      { task: '每月公布电费', lead_org_id: n.org.HO },
    ]);
    const listed = await rows(
      'select id from meetings.rectification where appraisal_id = $1 order by number',
      id,
    );
    expect(actions.map((one) => one.id)).toEqual(listed.map((one) => one.id));
    expect((await kept(id)).resolution_code).toBe(actions[0]!.code);
  });

  it('with nothing to be put right needs no conclusion and records no resolution; a list needs one', async () => {
    const id = await counted();
    const version = await versionOf(id);
    const list = (items: ReturnType<typeof item>[]) =>
      does(t, n.as.RC, (tx) => listRectification(tx, { id, version, conclusion: '', items }));
    expect(refusal(await list([item()]))).toBe('meetings.conclusion-missing');
    good(await list([]));
    good(await approves(t, n.as.GB, good(await publishes(id)).pieceId));
    expect(await kept(id)).toMatchObject({ state: 'PUBLISHED', resolution_id: null });
  });

  it('is not listed or published before the slips are counted', async () => {
    const { id } = await opened();
    expect(refusal(await lists(id, [item()]))).toBe('meetings.not-in-this-state');
    expect(refusal(await publishes(id))).toBe('meetings.not-in-this-state');
  });

  it('of another neighborhood is not there', async () => {
    const id = await counted();
    const other = await smallNeighborhood(t);
    expect(refusal(await lists(id, [], other.as.RC))).toBe('meetings.appraisal-not-found');
    t.clock.now = PLANNED;
    const elsewhere = await opened();
    expect(
      refusal(
        await does(t, other.anonymous, (tx) =>
          castSlip(tx, { code: elsewhere.codes[0]!, scores: [5, 5], isVoid: false }, false),
        ),
      ),
    ).toBe('meetings.no-such-slip');
  });
});
