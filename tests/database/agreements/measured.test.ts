import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evidenceCommitment } from '#modules/agreements/commands/commitments/evidence-commitment.ts';
import { overdueCommitments } from '#modules/agreements/facade.server.ts';
import { agreementFile } from '#modules/agreements/queries/agreement/agreements.ts';
import {
  does,
  good,
  refusal,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { agreeing, at } from './agreement-draft.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let a: ReturnType<typeof agreeing>;
let id: string;
const COUNTED = {
  promise: '接到的报修按时办好',
  measure: '按登记的时限',
  period: 'MONTH',
  dueOn: null,
} as const;

beforeAll(async () => {
  t = await testDatabase(at('2026-01-01'));
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  a = agreeing(t, n);
  ({ id } = good(await a.draft()));
  good(await a.party(id, 1, n.org.GB));
  good(await a.party(id, 2, n.org.PC));
});
afterAll(() => t.close());

async function inForce(measuredBy: 'CONTACT_IN_TIME' | 'REPAIR_IN_TIME', enoughPercent: number) {
  good(await a.commitment(id, 3, n.as.PC, { ...COUNTED, measuredBy, enoughPercent }));
  good(await a.move({ id, version: 4, step: 'consult-agreement', until: '2026-01-07' }, '2025-12-30'));
  await a.heard(id);
  const explanation = '听到的意见都答复了，照这一稿签。';
  good(await a.move({ id, version: 5, step: 'open-signing', explanation }, '2026-01-08'));
  good(await a.sign(id, n.as.GB));
  good(await a.sign(id, n.as.PC));
}

/** A matter the company leads, as its deadlines and what was done stand in the database. */
async function matter(deadlines: {
  due: string;
  done?: string;
  org?: string;
  status?: string;
  kind?: string;
}): Promise<void> {
  const { matterId } = await submitted(t, n, { description: `第 ${++reported} 个楼道的灯不亮了` });
  await t.ownerPool.query(
    `update matters.matter set lead_org_id = $2, handle_due_at = $3, done_at = $4, contact_due_at = $3,
       first_contact_at = $4, status = $5, reporter_kind = coalesce($6, reporter_kind) where id = $1`,
    [
      matterId,
      deadlines.org ?? n.org.PC,
      deadlines.due,
      deadlines.done ?? null,
      deadlines.status ?? 'IN_PROGRESS',
      deadlines.kind ?? null,
    ],
  );
}

let reported = 0;

const timesOn = async (day: string) => {
  const file = await t.database.inTransaction(n.anonymous, (tx) => agreementFile(tx, id), { now: at(day) });
  return file!.parties.flatMap(({ commitments }) => commitments)[0]!;
};

describe('a commitment the program counts itself', () => {
  it('shows how much fell due and how much of it was in time, and is kept from the promised share on', async () => {
    await inForce('REPAIR_IN_TIME', 75);
    for (const day of ['12', '13', '14'])
      await matter({ due: `2026-01-${day}T17:00:00+08:00`, done: `2026-01-${day}T16:00:00+08:00` });
    await matter({ due: '2026-01-15T17:00:00+08:00', done: '2026-01-16T09:00:00+08:00' });
    const open = await timesOn('2026-01-20');
    expect(open.instances[0]).toMatchObject({ standing: 'ACTIVE', count: { inTime: 3, due: 4 } });
    expect(open).toMatchObject({ kept: 0, due: 0 });
    const over = await timesOn('2026-02-01');
    expect(over.instances[0]).toMatchObject({ standing: 'CONFIRMED', count: { inTime: 3, due: 4 } });
    expect(over).toMatchObject({ kept: 1, due: 1 });
  });

  it('is missed one short of the share, and then a candidate for the meeting', async () => {
    await inForce('REPAIR_IN_TIME', 76);
    for (const day of ['12', '13', '14'])
      await matter({ due: `2026-01-${day}T17:00:00+08:00`, done: `2026-01-${day}T16:00:00+08:00` });
    await matter({ due: '2026-01-15T17:00:00+08:00' });
    expect((await timesOn('2026-02-01')).instances[0]!.standing).toBe('MISSED');
    const overdue = await t.database.inTransaction(n.as.GB, overdueCommitments, { now: at('2026-02-01') });
    expect(overdue.map(({ dueOn }) => dueOn)).toEqual(['2026-01-31']);
  });

  it('counts the last minute of its last day in Shanghai, and nothing of the day after', async () => {
    await inForce('REPAIR_IN_TIME', 100);
    await matter({ due: '2026-01-31T23:59:00+08:00', done: '2026-01-31T23:58:00+08:00' });
    await matter({ due: '2026-02-01T00:00:00+08:00' });
    expect((await timesOn('2026-02-02')).instances[0]).toMatchObject({
      standing: 'CONFIRMED',
      count: { inTime: 1, due: 1 },
    });
  });

  it('leaves out what was declined, merged or withdrawn, and what another organisation leads', async () => {
    await inForce('REPAIR_IN_TIME', 100);
    for (const status of ['DECLINED', 'MERGED', 'WITHDRAWN'])
      await matter({ due: '2026-01-15T17:00:00+08:00', status });
    await matter({ due: '2026-01-15T17:00:00+08:00', org: n.org.RC });
    expect((await timesOn('2026-02-01')).instances[0]).toMatchObject({
      standing: 'NONE_DUE',
      count: { inTime: 0, due: 0 },
    });
    expect(await timesOn('2026-02-01')).toMatchObject({ kept: 0, due: 0 });
  });

  it('of contact leaves out anonymous reporters, whom nobody can contact', async () => {
    await inForce('CONTACT_IN_TIME', 100);
    await matter({ due: '2026-01-15T17:00:00+08:00', kind: 'ANONYMOUS' });
    await matter({ due: '2026-01-15T17:00:00+08:00', done: '2026-01-15T10:00:00+08:00' });
    expect((await timesOn('2026-02-01')).instances[0]!.count).toEqual({ inTime: 1, due: 1 });
  });

  it('takes no evidence: nobody can say it was kept when the count says otherwise', async () => {
    await inForce('REPAIR_IN_TIME', 80);
    const [first] = (await a.times(n.org.PC)) as { id: string }[];
    const show = does(
      t,
      n.as.PC,
      (tx) => evidenceCommitment(tx, { instanceId: first!.id, version: 1, evidence: '都修好了。' }),
      at('2026-01-20'),
    );
    expect(refusal(await show)).toBe('agreements.commitment-counted');
  });

  it('names the share that is enough, and falls due by period', async () => {
    const counted = { ...COUNTED, measuredBy: 'REPAIR_IN_TIME' };
    expect(refusal(await a.commitment(id, 3, n.as.PC, counted))).toBe('agreements.measure-and-share');
    const once = { ...counted, enoughPercent: 80, period: null, dueOn: '2026-03-01' };
    expect(refusal(await a.commitment(id, 3, n.as.PC, once))).toBe('agreements.counted-by-period');
    expect(refusal(await a.commitment(id, 3, n.as.PC, { ...COUNTED, enoughPercent: 80 }))).toBe(
      'agreements.measure-and-share',
    );
  });
});
