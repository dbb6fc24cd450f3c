import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { reportDone } from '#modules/matters/commands/handling/report-done.ts';
import { requestExtension } from '#modules/matters/commands/pace/extension.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { acceptAssignment, assignMatter } from '#modules/matters/commands/triage/assign-matter.ts';
import { escalateMatter } from '#modules/matters/commands/triage/people-on-matter.ts';
import { type Chip, type DeskQuery, deskList } from '#modules/matters/queries/desk/desk-list.ts';
import { does, good, type SmallNeighborhood, smallNeighborhood, submitted } from './small-neighborhood.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

beforeAll(async () => {
  t = await testDatabase(at('2026-11-16 09:00'));
});
afterAll(async () => {
  await t.close();
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  t.clock.now = at('2026-11-16 09:00');
});

const ask = (chip: Chip, more: Partial<DeskQuery> = {}): DeskQuery => ({
  chip,
  words: '',
  estateId: null,
  level: null,
  group: null,
  leadOrgId: null,
  after: null,
  ...more,
});
const list = (actor: Actor, query: DeskQuery) => t.database.inTransaction(actor, (tx) => deskList(tx, query));
const codes = async (actor: Actor, chip: Chip, more: Partial<DeskQuery> = {}) =>
  (await list(actor, ask(chip, more))).items.map((item) => item.code);

async function inHand(more: Parameters<typeof submitted>[2] = {}) {
  const made = await submitted(t, n, more);
  const { matterId } = made;
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  good(
    await does(t, n.as.RC, (tx) =>
      assignMatter(tx, { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' }),
    ),
  );
  good(await does(t, n.as.PC, (tx) => acceptAssignment(tx, { matterId, postId: n.as.PC.post!.postId })));
  return made;
}

describe('what waits for whom', () => {
  it('the list of the database is the list of the rule, for everybody and every chip', async () => {
    await submitted(t, n);
    await inHand({ description: '二楼的灯不亮，晚上看不见' });
    const done = await inHand({ description: '信箱的门掉了，信都湿了' });
    good(
      await does(t, n.as.PC, (tx) =>
        reportDone(tx, { matterId: done.matterId, summary: '装好了', publicLine: '' }),
      ),
    );
    const late = await inHand({ description: '水管滴水，地上很滑' });
    good(
      await does(t, n.as.PC, (tx) =>
        requestExtension(tx, { matterId: late.matterId, reason: '等配件', newDueOn: '2026-12-11' }),
      ),
    );
    const hard = await submitted(t, n, { description: '两家都说不归自己管的油烟' });
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId: hard.matterId })));
    good(
      await does(t, n.as.RC, (tx) => escalateMatter(tx, { matterId: hard.matterId, reason: '请党总支定' })),
    );
    for (const actor of Object.values(n.as)) {
      const everything = await list(actor, ask('all'));
      const byRule = everything.items.filter((item) => item.awaited.length > 0).map((item) => item.code);
      const mine = await list(actor, ask('mine'));
      expect(mine.items.map((item) => item.code).sort()).toEqual(byRule.sort());
      expect(mine.counts.mine).toBe(byRule.length);
    }
    const branch = await list(n.as.GB, ask('mine'));
    expect(branch.items.map((item) => item.awaited[0]).sort()).toEqual([
      'decide-escalation',
      'decide-extension',
    ]);
  });

  it('danger comes first, then what is due first', async () => {
    const first = await submitted(t, n, { description: '楼道灯坏了一盏' });
    const second = await submitted(t, n, { description: '楼下闻到燃气味，很浓', category: 'A06' });
    const third = await submitted(t, n, { description: '消防栓没有水', category: 'A10' });
    expect(await codes(n.as.RC, 'mine')).toEqual([second.code, third.code, first.code]);
  });

  it('a deadline that has passed counts as overdue, one of today as near', async () => {
    const { code } = await submitted(t, n);
    expect(await codes(n.as.RC, 'soon')).toEqual([code]);
    t.clock.now = at('2026-11-16 16:00');
    expect(await codes(n.as.RC, 'soon')).toEqual([]);
    expect(await codes(n.as.RC, 'overdue')).toEqual([code]);
  });
});

describe('who sees what', () => {
  it('a property company sees what it leads or may take up, and nothing else', async () => {
    const own = await inHand();
    const desk = await submitted(t, n, { description: '门禁又坏了，大家进不去' });
    await submitted(t, n, { description: '隔壁半夜很吵', category: 'D01' });
    const against = await submitted(t, n, {
      description: '物业半年没有扫楼道',
      category: 'B01',
      complainedOrgId: n.org.PC,
    });
    expect((await codes(n.as.PC, 'all')).sort()).toEqual([own.code, desk.code].sort());
    expect(await codes(n.as.PC, 'all', { words: '楼道' })).toEqual([]);
    expect(await codes(n.as.RC, 'all', { words: '楼道' })).toEqual([against.code]);
  });

  it('another neighborhood finds nothing', async () => {
    const { code } = await submitted(t, n);
    const other = await smallNeighborhood(t, 'CS');
    expect(await codes(other.as.RC, 'all')).toEqual([]);
    expect(await codes(other.as.GB, 'all', { words: code })).toEqual([]);
  });

  it('the last digits of a phone find a matter only for those who may see the phone', async () => {
    const { code, matterId } = await submitted(t, n, { reporterPhone: '13800001234' });
    expect(await codes(n.as.RC, 'all', { words: '1234' })).toEqual([code]);
    expect(await codes(n.as.RC, 'all', { words: '13800001234' })).toEqual([code]);
    expect(await codes(n.as.PC, 'all', { words: '1234' })).toEqual([]);
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
    good(
      await does(t, n.as.RC, (tx) =>
        assignMatter(tx, { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' }),
      ),
    );
    expect(await codes(n.as.PC, 'all', { words: '1234' })).toEqual([code]);
    const against = await submitted(t, n, {
      description: '保安骂人',
      reporterPhone: '13900005678',
      complainedOrgId: n.org.PC,
      category: 'E06',
    });
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId: against.matterId })));
    good(
      await does(t, n.as.RC, (tx) =>
        assignMatter(tx, { matterId: against.matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' }),
      ),
    );
    expect(await codes(n.as.PC, 'all', { words: '5678' })).toEqual([]);
  });
});

describe('searching', () => {
  it('finds any two characters, the place, the code or its end', async () => {
    const { code } = await submitted(t, n);
    for (const words of ['门禁', '大门', '1号楼', '测试小区 门禁', code, code.slice(-4), 'zj-2611'])
      expect(await codes(n.as.RC, 'mine', { words }), words).toEqual([code]);
    expect(await codes(n.as.RC, 'mine', { words: '电梯' })).toEqual([]);
  });

  it('takes whatever is typed as words, not as a language of queries', async () => {
    await submitted(t, n);
    for (const words of ["'", "a' & !b", '\\', ':*', '()|', '%_'])
      expect(await codes(n.as.RC, 'mine', { words: `门禁${words}zz` }), words).toEqual([]);
  });

  it('goes on where the last page ended, without a gap or a repeat', async () => {
    const made = new Set<string>();
    for (let i = 0; i < 45; i++) {
      const day = new Date(at('2026-11-10 09:00').getTime() + Math.floor(i / 9) * 86_400_000);
      made.add((await submitted(t, n, { description: `第${i}盏灯不亮` }, n.residents[i % 4]!, day)).code);
    }
    for (const chip of ['mine', 'all'] as const) {
      const first = await list(n.as.RC, ask(chip));
      const second = await list(n.as.RC, ask(chip, { after: first.next }));
      const all = [...first.items, ...second.items].map((item) => item.code);
      expect(all.length).toBe(45);
      expect(new Set(all)).toEqual(made);
      expect(second.next).toBeNull();
    }
  });
});
