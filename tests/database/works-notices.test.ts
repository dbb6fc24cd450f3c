import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { liveNotices, noticeDetail } from '#modules/notices/facade.server.ts';
import { verifyChain } from '#platform/audit/events.ts';
import { announced, publishDutyPhone } from './redaction/second-look.ts';
import { good, refusal, type SmallNeighborhood, smallNeighborhood } from './small-neighborhood.ts';
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
  await publishDutyPhone(t, n);
  t.clock.now = at('2026-11-16 09:00');
});

const notice = (more = {}) => ({
  kind: 'WATER' as const,
  title: '1号楼停水',
  body: '换水表，停水半天，请提前存水。',
  estateId: n.estateId,
  buildingIds: [n.buildingId],
  startsAt: at('2026-11-18 09:00'),
  endsAt: at('2026-11-18 15:00'),
  emergency: false,
  emergencyReason: '',
  contactPhone: '021-55550001',
  ...more,
});
const live = (place = {}) => t.database.inTransaction(n.anonymous, (tx) => liveNotices(tx, place));
const detail = (number: string) => t.database.inTransaction(n.anonymous, (tx) => noticeDetail(tx, number));

describe('publishing', () => {
  it('in time, it can be read by everybody until it is over', async () => {
    const made = good(await announced(t, n.as.PC, n.as.RC, notice()));
    expect(made.number).toBe('TZ-2611-001');
    expect((await live()).map((one) => one.number)).toEqual([made.number]);
    t.clock.now = at('2026-11-18 15:00');
    expect(await live()).toEqual([]);
    expect(await detail(made.number)).toMatchObject({ state: 'LIVE', buildings: [1] });
    expect((await t.database.inTransaction(n.as.GB, verifyChain)).brokenAt).toBeNull();
  });

  it('a notice for some buildings is not shown for another one', async () => {
    good(await announced(t, n.as.RC, n.as.GB, notice()));
    expect(await live({ estateId: n.estateId, buildingId: n.buildingId })).toHaveLength(1);
    expect(await live({ estateId: n.estateId, buildingId: n.stairwellId })).toHaveLength(0);
  });

  it('too late is refused unless it is an emergency with a reason', async () => {
    const soon = { startsAt: at('2026-11-16 10:00'), endsAt: at('2026-11-16 12:00') };
    expect(refusal(await announced(t, n.as.RC, n.as.GB, notice(soon)))).toBe('notices.lead-too-short');
    const burst = notice({ ...soon, emergency: true, emergencyReason: '水管爆裂' });
    good(await announced(t, n.as.RC, n.as.GB, burst));
  });

  it.each(['HO', 'AG'] as const)('%s may not publish', async (who) => {
    expect(refusal(await announced(t, n.as[who], n.as.RC, notice()))).toBe('notices.not-yours-to-publish');
  });

  it('cannot name a household, a phone or a building of elsewhere', async () => {
    const rude = notice({ body: '请联系 13800001111，1号楼停水' });
    expect(refusal(await announced(t, n.as.RC, n.as.GB, rude))).toBe('redaction.not-in-this-state');
    expect(await live()).toEqual([]);
    const lost = notice({ buildingIds: [n.stairwellId] });
    expect(refusal(await announced(t, n.as.RC, n.as.GB, lost))).toBe('registry.building-elsewhere');
  });

  it('another neighborhood reads nothing of it', async () => {
    const { number } = good(await announced(t, n.as.RC, n.as.GB, notice()));
    const other = await smallNeighborhood(t, 'CS');
    expect(await t.database.inTransaction(other.anonymous, (tx) => liveNotices(tx))).toEqual([]);
    expect(await t.database.inTransaction(other.as.RC, (tx) => noticeDetail(tx, number))).toBeNull();
  });
});

describe('replacing', () => {
  it('postponing needs no new lead time; the old one stays readable and names the new one', async () => {
    const old = good(await announced(t, n.as.PC, n.as.RC, notice()));
    t.clock.now = at('2026-11-17 18:00');
    const later = notice({ startsAt: at('2026-11-19 09:00'), endsAt: at('2026-11-19 15:00') });
    const input = { ...later, replacesId: old.id, reason: '水表没到货' };
    const made = good(await announced(t, n.as.PC, n.as.RC, input));
    expect(await detail(old.number)).toMatchObject({
      state: 'SUPERSEDED',
      supersededBy: made.number,
      supersededReason: '水表没到货',
    });
    expect((await live()).map((one) => one.number)).toEqual([made.number]);
    expect(refusal(await announced(t, n.as.PC, n.as.RC, input))).toBe('notices.replaced-already');
  });

  it('moving it earlier does need its lead time', async () => {
    const old = good(await announced(t, n.as.PC, n.as.RC, notice()));
    const earlier = notice({ startsAt: at('2026-11-17 09:00'), replacesId: old.id, reason: '早一天' });
    const input = { ...earlier, replacesId: old.id, reason: '早一天' };
    expect(refusal(await announced(t, n.as.PC, n.as.RC, input))).toBe('notices.lead-too-short');
  });

  it('a property company replaces its own notices only', async () => {
    const old = good(await announced(t, n.as.RC, n.as.GB, notice()));
    const input = { ...notice(), replacesId: old.id, reason: '改一下' };
    expect(refusal(await announced(t, n.as.PC, n.as.RC, input))).toBe('notices.not-yours-to-publish');
  });

  it('the program cannot delete one', async () => {
    await expect(t.appPool.query('delete from notices.works_notice')).rejects.toThrow(/permission denied/);
  });
});
