import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { urgeMatter } from '#modules/matters/commands/citizen/urge.ts';
import {
  addCalendarYear,
  putCalendarDay,
  removeCalendarDay,
} from '#modules/matters/commands/desk/keep-calendar.ts';
import { deleteFilter, renameFilter, saveFilter } from '#modules/matters/commands/desk/save-filter.ts';
import { addNote } from '#modules/matters/commands/handling/add-note.ts';
import { readContact } from '#modules/matters/commands/handling/read-contact.ts';
import { takeCall } from '#modules/matters/commands/intake/take-call.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import { assignMatter } from '#modules/matters/commands/triage/assign-matter.ts';
import { recomputeDeadlines } from '#modules/matters/commands/triage/recompute-deadlines.ts';
import { callHints } from '#modules/matters/queries/desk/call-hints.ts';
import { deskSlip } from '#modules/matters/queries/desk/desk-slip.ts';
import { dossier } from '#modules/matters/queries/desk/dossier.ts';
import { savedFilters } from '#modules/matters/queries/desk/saved-filters.ts';
import { findMatter } from '#modules/matters/store/matters.ts';
import { verifyChain } from '#platform/audit/events.ts';
import { announced, DUTY_PHONE, publishDutyPhone } from './redaction/second-look.ts';
import {
  does,
  good,
  refusal,
  report,
  type SmallNeighborhood,
  smallNeighborhood,
  submitted,
} from './small-neighborhood.ts';
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

type Who = 'RC' | 'GB' | 'PC' | 'OC' | 'HO' | 'AG';
const seen = (who: Who, code: string) => t.database.inTransaction(n.as[who], (tx) => dossier(tx, code));

async function against(more: Parameters<typeof submitted>[2] = {}) {
  const made = await submitted(t, n, {
    description: '保安骂人，态度很差',
    category: 'E06',
    complainedOrgId: n.org.PC,
    reporterPhone: '13900005678',
    unitId: n.units[0]!,
    ...more,
  });
  const { matterId } = made;
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  const lead = { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' };
  good(await does(t, n.as.RC, (tx) => assignMatter(tx, lead)));
  return made;
}

describe('a matter at the desk', () => {
  it('hides the reporter, the flat and the phone from the organisation complained about', async () => {
    const { code, matterId } = await against();
    const theirs = (await seen('PC', code))!;
    expect(theirs.reporter).toEqual({
      view: 'HIDDEN',
      kind: 'PERSON',
      name: null,
      hasPhone: false,
      mayAsk: false,
      org: null,
    });
    expect(theirs.placeDetail).toBe('BUILDING');
    expect(JSON.stringify(theirs.timeline)).not.toContain('住户测试');
    const asked = await does(t, n.as.PC, (tx) => readContact(tx, { matterId, reason: '想问问' }));
    expect(refusal(asked)).toBe('matters.not-yours-to-do');
    expect((await seen('RC', code))?.reporter).toMatchObject({ view: 'FULL', name: '住户测试1' });
    expect((await seen('RC', code))?.placeDetail).toBe('FULL');
  });

  it('hides an organisation that complains as well: in the timeline and in what a refusal says', async () => {
    const raised = {
      channel: 'ORGANISATION',
      reporter: 'ORGANISATION',
      description: '物业不公开账目',
      category: 'E03',
      complainedOrgId: n.org.PC,
    } as const;
    const { code, matterId } = await submitted(t, n, raised, n.as.OC);
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
    const lead = { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' };
    good(await does(t, n.as.RC, (tx) => assignMatter(tx, lead)));
    const before = (await seen('PC', code))!.row.version;
    good(await does(t, n.as.OC, (tx) => urgeMatter(tx, { matterId, text: '' })));
    const theirs = (await seen('PC', code))!;
    expect(theirs.enteredBy).toBeNull();
    expect(JSON.stringify([theirs.timeline, theirs.reporter])).not.toContain('OC');
    const note = { matterId, version: before, visibility: 'INTERNAL', text: '记一笔' } as const;
    const late = await does(t, n.as.PC, (tx) => addNote(tx, note));
    expect(late).toMatchObject({ refusal: { code: 'matters.already-handled', params: { who: '' } } });
  });

  it('shows them when the reporter agreed', async () => {
    const { code } = await against({ revealReporter: true });
    expect((await seen('PC', code))?.reporter).toMatchObject({ view: 'FULL', name: '住户测试1' });
  });

  it('is not there for those who have nothing to do with it, nor in another neighborhood', async () => {
    const { code } = await submitted(t, n, { category: 'D01', description: '楼上半夜很吵' });
    for (const who of ['PC', 'OC', 'HO', 'AG'] as const) expect(await seen(who, code), who).toBeNull();
    const other = await smallNeighborhood(t, 'CS');
    expect(await t.database.inTransaction(other.as.GB, (tx) => dossier(tx, code))).toBeNull();
  });

  it('logs who saw the phone, and why', async () => {
    const { matterId } = await against();
    const shown = good(await does(t, n.as.RC, (tx) => readContact(tx, { matterId, reason: '首次联系' })));
    expect(shown.phone).toBe('13900005678');
    const { rows } = await t.ownerPool.query(
      'select reader_post_id, reason from platform.contact_read where subject_id = $1',
      [matterId],
    );
    expect(rows).toEqual([{ reader_post_id: n.as.RC.post!.postId, reason: '首次联系' }]);
  });

  it('merges events with what was written, newest first, internal notes marked', async () => {
    const { code, matterId } = await against();
    const note = { matterId, visibility: 'INTERNAL', text: '先听录音' } as const;
    good(await does(t, n.as.RC, (tx) => addNote(tx, note)));
    const { timeline } = (await seen('RC', code))!;
    expect(timeline.map((entry) => entry.key)).toEqual(['add-note', 'assign', 'accept', 'submitted']);
    expect(timeline[0]).toMatchObject({ text: '先听录音', isInternal: true, who: 'POST' });
    expect(timeline.at(-1)).toMatchObject({ who: 'REPORTER', by: null });
  });

  it('gives the slip with its PIN to the coordinators and to who entered it, to nobody else', async () => {
    const { code } = await against();
    const slip = (who: Who) => t.database.inTransaction(n.as[who], (tx) => deskSlip(tx, code));
    expect((await slip('RC'))?.pin).toMatch(/^\d{6}$/);
    expect(await slip('PC')).toBeNull();
    expect(await slip('HO')).toBeNull();
  });
});

describe('taking a call', () => {
  const call = (more = {}) =>
    report(n, {
      channel: 'PHONE',
      reporter: 'NAMED',
      reporterName: '王测试',
      reporterPhone: '13800001111',
      ...more,
    });

  it('shows notices and likely duplicates of the place while it is typed', async () => {
    const { code } = await submitted(t, n, { description: '一楼大门的门禁坏了' });
    const notice = {
      kind: 'WATER' as const,
      title: '停水通知',
      body: '换水表，停水半天。',
      estateId: n.estateId,
      buildingIds: [],
      startsAt: at('2026-11-18 09:00'),
      endsAt: at('2026-11-18 12:00'),
      emergency: false,
      emergencyReason: '',
      contactPhone: DUTY_PHONE,
    };
    await publishDutyPhone(t, n);
    good(await announced(t, n.as.RC, n.as.GB, notice));
    const draft = { words: '大门门禁坏了', place: '1号楼', placeChoice: '', category: '' };
    const hints = await t.database.inTransaction(n.as.RC, (tx) => callHints(tx, draft));
    expect(hints.chosen?.place.building?.number).toBe(1);
    expect(hints.notices.map((one) => one.title)).toEqual(['停水通知']);
    expect(hints.likely.map((one) => one.code)).toEqual([code]);
    expect(hints.level).toBe('P2');
  });

  it('"same as this one" gives the caller a code of their own and merges it', async () => {
    const first = await submitted(t, n);
    const made = good(await does(t, n.as.RC, (tx) => takeCall(tx, call(), first.matterId)));
    expect(made.code).not.toBe(first.code);
    expect((await seen('RC', made.code))?.related.into?.code).toBe(first.code);
    expect((await seen('RC', first.code))?.row.merged_count).toBe(1);
  });

  it('takes nothing in when the merge is refused', async () => {
    const first = await submitted(t, n, { category: 'D01', description: '楼上半夜很吵' });
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId: first.matterId })));
    const answer = await does(t, n.as.PC, (tx) => takeCall(tx, call({ category: 'D01' }), first.matterId));
    expect(refusal(answer)).toBe('matters.not-yours-to-do');
    const { rows } = await t.ownerPool.query(
      'select count(*)::int as n from matters.matter where neighborhood_id = $1',
      [n.id],
    );
    expect(rows[0].n).toBe(1);
  });
});

describe('saved filters', () => {
  it('are kept, renamed and deleted by their owner only', async () => {
    good(await does(t, n.as.RC, (tx) => saveFilter(tx, { name: '我的超期', query: 'chip=overdue' })));
    const own = () => t.database.inTransaction(n.as.RC, savedFilters);
    const [filter] = await own();
    expect(filter).toMatchObject({ name: '我的超期', query: 'chip=overdue' });
    const { id } = filter!;
    expect(refusal(await does(t, n.as.RC2, (tx) => renameFilter(tx, { id, name: '别人的' })))).toBe(
      'matters.not-found',
    );
    expect(refusal(await does(t, n.as.RC2, (tx) => deleteFilter(tx, { id })))).toBe('matters.not-found');
    good(await does(t, n.as.RC, (tx) => renameFilter(tx, { id, name: '超期' })));
    good(await does(t, n.as.RC, (tx) => deleteFilter(tx, { id })));
    expect(await own()).toEqual([]);
  });
});

describe('the work calendar', () => {
  const year = {
    year: 2027,
    source: '测试通知 2026 第 1 号',
    days: '- 2027-01-01..2027-01-03 元旦\n- 2027-02-05..2027-02-11 春节\n+ 2027-02-13 调休上班',
  };

  it('a year that was missing is entered, and the deadlines that waited are counted, in words', async () => {
    t.clock.now = at('2026-12-29 10:00');
    const { matterId, code } = await submitted(t, n);
    const row = () => t.database.inTransaction(n.as.GB, (tx) => findMatter(tx, matterId));
    expect(await row()).toMatchObject({ handle_due_at: null, unknown_calendar_year: 2027 });
    expect((await seen('RC', code))?.awaited).toContain('enter-calendar-year');
    good(await does(t, n.as.RC, (tx) => addCalendarYear(tx, year)));
    expect(good(await does(t, systemActor(n.id), recomputeDeadlines))).toBe(1);
    expect(await row()).toMatchObject({
      handle_due_at: at('2027-01-06 17:00'),
      unknown_calendar_year: null,
    });
    const after = (await seen('RC', code))!;
    expect(after.timeline[0]).toMatchObject({ key: 'deadlines-recomputed', who: 'SYSTEM' });
    expect(after.awaited).not.toContain('enter-calendar-year');
    expect(good(await does(t, systemActor(n.id), recomputeDeadlines))).toBe(0);
    expect((await t.database.inTransaction(n.as.GB, verifyChain)).brokenAt).toBeNull();
  });

  it('is kept by the heads of the committee and the branch only', async () => {
    const later = { ...year, year: 2028, days: year.days.replaceAll('2027', '2028') };
    for (const actor of [n.as.RC2, n.as.GB2, n.as.PC, n.as.OC])
      expect(refusal(await does(t, actor, (tx) => addCalendarYear(tx, later)))).toBe(
        'matters.calendar-not-yours',
      );
  });

  it.each([
    ['a list that is not whole', '- 2029-01-01 元旦', 'matters.calendar-not-whole'],
    ['a line that cannot be read', '元旦放假三天', 'matters.calendar-line'],
    ['a day of another year', '- 2028-12-31 元旦', 'matters.calendar-line'],
    ['a day that does not exist', '- 2029-02-30 春节', 'matters.calendar-line'],
  ])('%s is refused', async (_what, days, code) => {
    const input = { year: 2029, source: '测试', days };
    expect(refusal(await does(t, n.as.GB, (tx) => addCalendarYear(tx, input)))).toBe(code);
  });

  it('one day is put right with a reason, and back again', async () => {
    const day = { day: '2026-12-31', kind: 'REST', name: '测试放假', source: '测试通知' };
    good(await does(t, n.as.GB, (tx) => putCalendarDay(tx, day)));
    const unknown = await does(t, n.as.GB, (tx) => putCalendarDay(tx, { ...day, day: '2031-01-01' }));
    expect(refusal(unknown)).toBe('matters.calendar-unknown');
    good(await does(t, n.as.GB, (tx) => removeCalendarDay(tx, { day: '2026-12-31', source: '写错了' })));
    const silent = await does(t, n.as.GB, (tx) => removeCalendarDay(tx, { day: '2026-10-01', source: '' }));
    expect(refusal(silent)).toBe('matters.calendar-source');
    const { rows } = await t.ownerPool.query(
      "select kind, reason from platform.event where neighborhood_id = $1 and subject_kind = 'work-calendar' order by seq",
      [n.id],
    );
    expect(rows).toEqual([
      { kind: 'matters.calendar-day-put', reason: '测试通知' },
      { kind: 'matters.calendar-day-removed', reason: '写错了' },
    ]);
  });
});
