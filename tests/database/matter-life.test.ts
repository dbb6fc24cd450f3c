import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reopenMatter } from '#modules/matters/commands/citizen/reopen.ts';
import { endorseMatter, urgeMatter } from '#modules/matters/commands/citizen/urge.ts';
import { askWithdrawal, decideWithdrawal } from '#modules/matters/commands/citizen/withdrawal.ts';
import { answerFollowUp, recordFollowUp } from '#modules/matters/commands/closing/follow-up.ts';
import {
  confirmExplanation,
  proposeExplanation,
  ruleOnRedo,
} from '#modules/matters/commands/closing/rulings.ts';
import { fireDueTimers } from '#modules/matters/commands/engine/fire-timers.ts';
import { linkExternal } from '#modules/matters/commands/handling/add-note.ts';
import { recordContact } from '#modules/matters/commands/handling/record-contact.ts';
import { reportDone } from '#modules/matters/commands/handling/report-done.ts';
import { submitMatter } from '#modules/matters/commands/intake/submit-matter.ts';
import { decideExtension, requestExtension } from '#modules/matters/commands/pace/extension.ts';
import { decideParking, requestParking } from '#modules/matters/commands/pace/parking.ts';
import { resumeMatter, waitForRequester } from '#modules/matters/commands/pace/waiting.ts';
import { closeTrack, openTracks, updateTrack } from '#modules/matters/commands/tracks/two-tracks.ts';
import { acceptMatter } from '#modules/matters/commands/triage/accept-matter.ts';
import {
  acceptAssignment,
  assignMatter,
  returnAssignment,
  ruleOnReturn,
} from '#modules/matters/commands/triage/assign-matter.ts';
import { appealDecline, declineMatter } from '#modules/matters/commands/triage/decline-matter.ts';
import { mergeMatter } from '#modules/matters/commands/triage/merge-matter.ts';
import { findMatter } from '#modules/matters/store/matters.ts';
import { verifyChain } from '#platform/audit/events.ts';
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
const row = async (matterId: string) =>
  (await t.database.inTransaction(n.as.GB, (tx) => findMatter(tx, matterId)))!;

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

/** A matter that the property company has in hand. */
async function inHand(more: Parameters<typeof submitted>[2] = {}): Promise<string> {
  const { matterId } = await submitted(t, n, more);
  good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
  good(
    await does(t, n.as.RC, (tx) =>
      assignMatter(tx, { matterId, leadOrgId: n.org.PC, coHandlerOrgIds: [], note: '' }),
    ),
  );
  good(await does(t, n.as.PC, (tx) => acceptAssignment(tx, { matterId, postId: n.as.PC.post!.postId })));
  return matterId;
}
async function done(matterId: string) {
  good(
    await does(t, n.as.PC, (tx) =>
      reportDone(tx, { matterId, summary: '换了门锁，试了十次都能关上', publicLine: '' }),
    ),
  );
}
const no = { resolved: 'no', satisfaction: 2, text: '' } as const;
const yes = { resolved: 'yes', satisfaction: 5, text: '' } as const;

describe('from the first word to a confirmed result', () => {
  it('goes the whole way, and the chain of events verifies', async () => {
    const matterId = await inHand();
    good(
      await does(t, n.as.PC, (tx) =>
        recordContact(tx, { matterId, channel: 'PHONE', result: 'REACHED', note: '' }),
      ),
    );
    await done(matterId);
    good(await does(t, n.as.RC, (tx) => recordFollowUp(tx, { matterId, outcome: 'ANSWERED', ...yes })));
    expect(await row(matterId)).toMatchObject({
      status: 'CLOSED_CONFIRMED',
      resolved: true,
      satisfaction: 5,
    });
    expect((await t.database.inTransaction(n.as.GB, verifyChain)).brokenAt).toBeNull();
  });

  it('fixture 5: submitted Friday 2026-04-03 16:00, first contact due on Tuesday 2026-04-07', async () => {
    t.clock.now = at('2026-04-03 16:00');
    const { matterId } = await submitted(t, n);
    expect((await row(matterId)).contact_due_at).toEqual(at('2026-04-07 17:00'));
  });

  it('a code tells estate, month and number', async () => {
    expect((await submitted(t, n)).code).toBe('ZJ-2611-0001');
    expect((await submitted(t, n, { description: '又一件事，楼道灯不亮' })).code).toBe('ZJ-2611-0002');
  });

  it('a request of an organisation waits for its first action at most four working hours', async () => {
    const { matterId } = await submitted(
      t,
      n,
      { channel: 'ORGANISATION', reporter: 'ORGANISATION' },
      n.as.OC,
    );
    expect(await row(matterId)).toMatchObject({ level: 'P1', first_action_due_at: at('2026-11-16 14:30') });
  });
});

describe('edge cases of the brief, §4.1', () => {
  it('the same fault reported by several: each keeps the own code and answer, one household counts once', async () => {
    const main = await inHand();
    const second = await submitted(t, n, {}, n.residents[1]);
    const again = await submitted(t, n, { description: '门禁又坏了' }, n.residents[1]);
    good(await does(t, n.as.RC, (tx) => mergeMatter(tx, { matterId: second.matterId, intoId: main })));
    good(await does(t, n.as.RC, (tx) => mergeMatter(tx, { matterId: again.matterId, intoId: main })));
    expect(await row(main)).toMatchObject({ merged_count: 2, endorsement_count: 1, status: 'IN_PROGRESS' });
    good(await does(t, n.residents[1]!, (tx) => answerFollowUp(tx, { matterId: second.matterId, ...no })));
    expect(await row(second.matterId)).toMatchObject({ status: 'MERGED', resolved: false });
    expect((await row(main)).resolved).toBeNull();
  });

  it("the handler's own organisation, or the one complained about, cannot do the follow-up", async () => {
    const matterId = await inHand({ complainedOrgId: n.org.PC });
    await done(matterId);
    const answer = { matterId, outcome: 'ANSWERED', ...yes } as const;
    expect(refusal(await does(t, n.as.PC, (tx) => recordFollowUp(tx, answer)))).toBe(
      'matters.not-yours-to-do',
    );
    good(await does(t, n.as.RC, (tx) => recordFollowUp(tx, answer)));
  });

  it('an anonymous report has no follow-up and closes after seven days', async () => {
    const matterId = await inHand({ reporter: 'ANONYMOUS' });
    await done(matterId);
    await fireDueTimers(t.database, n.id, at('2026-11-24 09:00'));
    expect(await row(matterId)).toMatchObject({ status: 'CLOSED_UNCONFIRMED', resolved: null });
  });

  it('the reporter also called 12345: the earlier date holds', async () => {
    const matterId = await inHand();
    const externalDueAt = at('2026-11-18 17:00');
    good(
      await does(t, n.as.RC, (tx) => linkExternal(tx, { matterId, externalNo: '12345-测试', externalDueAt })),
    );
    expect((await row(matterId)).handle_due_at).toEqual(externalDueAt);
    good(await does(t, n.as.PC, (tx) => waitForRequester(tx, { matterId, reason: '等您回电话' })));
    t.clock.now = at('2026-11-17 09:00');
    good(await does(t, n.as.PC, (tx) => resumeMatter(tx, { matterId, reason: '约好了' })));
    expect((await row(matterId)).handle_due_at).toEqual(externalDueAt);
  });

  it('a wait of a night, to the second, takes no working time and moves no deadline', async () => {
    const matterId = await inHand();
    const { handle_due_at } = await row(matterId);
    t.clock.now = new Date('2026-11-16T18:10:07+08:00');
    good(await does(t, n.as.PC, (tx) => waitForRequester(tx, { matterId, reason: '等您回电话' })));
    t.clock.now = new Date('2026-11-17T08:10:31+08:00');
    good(await does(t, n.as.PC, (tx) => resumeMatter(tx, { matterId, reason: '约好了' })));
    expect(await row(matterId)).toMatchObject({ handle_due_at, paused_work_minutes: 0 });
    good(await does(t, n.as.PC, (tx) => waitForRequester(tx, { matterId, reason: '再等一会儿' })));
    t.clock.now = new Date('2026-11-17T09:40:59+08:00');
    good(await does(t, n.as.PC, (tx) => resumeMatter(tx, { matterId, reason: '约好了' })));
    expect((await row(matterId)).paused_work_minutes).toBe(70);
  });

  it('two returns go to the general branch, a third is impossible (fixture 6)', async () => {
    const { matterId } = await submitted(t, n);
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
    const assign = (leadOrgId: string, by = n.as.RC) =>
      does(t, by, (tx) => assignMatter(tx, { matterId, leadOrgId, coHandlerOrgIds: [], note: '' }));
    const giveBack = { matterId, basis: '不在我们管的范围' };
    good(await assign(n.org.PC));
    good(await does(t, n.as.PC, (tx) => returnAssignment(tx, giveBack)));
    good(await assign(n.org.OC));
    good(await does(t, n.as.OC, (tx) => returnAssignment(tx, giveBack)));
    expect(await row(matterId)).toMatchObject({ status: 'ESCALATED', escalation_reason: 'SECOND_RETURN' });
    expect(refusal(await assign(n.org.PC))).toBe('matters.branch-decides');
    good(
      await does(t, n.as.GB, (tx) =>
        ruleOnReturn(tx, { matterId, leadOrgId: n.org.PC, ruling: '门禁归物业修' }),
      ),
    );
    expect(refusal(await does(t, n.as.PC, (tx) => returnAssignment(tx, giveBack)))).toBe(
      'matters.no-third-return',
    );
  });

  it('with two tracks it cannot be reported done while one is open (fixture 8)', async () => {
    const matterId = await inHand();
    const tracks = {
      residentPostId: n.as.GB2.post!.postId,
      residentDueOn: '2026-11-18',
      coordinationPostId: n.as.GB.post!.postId,
      coordinationDueOn: '2026-11-20',
    };
    good(await does(t, n.as.GB, (tx) => openTracks(tx, { matterId, ...tracks })));
    good(
      await does(t, n.as.GB, (tx) =>
        updateTrack(tx, { matterId, track: 'RESIDENT', text: '上门走访', done: true }),
      ),
    );
    good(
      await does(t, n.as.GB, (tx) => closeTrack(tx, { matterId, track: 'RESIDENT', summary: '都走访了' })),
    );
    const report = { matterId, summary: '好了', publicLine: '' };
    expect(refusal(await does(t, n.as.PC, (tx) => reportDone(tx, report)))).toBe('matters.track-still-open');
    good(
      await does(t, n.as.GB, (tx) =>
        closeTrack(tx, { matterId, track: 'COORDINATION', summary: '协调好了' }),
      ),
    );
    good(await does(t, n.as.PC, (tx) => reportDone(tx, report)));
  });

  it('waiting for the reporter stops the clock, and ten days of silence close with an invitation to reopen', async () => {
    const matterId = await inHand();
    const before = (await row(matterId)).handle_due_at!;
    good(
      await does(t, n.as.PC, (tx) => waitForRequester(tx, { matterId, reason: '等您告诉我们什么时候在家' })),
    );
    t.clock.now = at('2026-11-17 09:00');
    good(await does(t, n.as.PC, (tx) => resumeMatter(tx, { matterId, reason: '约好了' })));
    const after = await row(matterId);
    expect(after.paused_work_minutes).toBe(420);
    expect(after.handle_due_at!.getTime() - before.getTime()).toBeGreaterThanOrEqual(86_400_000);
    good(await does(t, n.as.PC, (tx) => waitForRequester(tx, { matterId, reason: '再等' })));
    await fireDueTimers(t.database, n.id, at('2026-11-28 10:00'));
    expect((await row(matterId)).status).toBe('CLOSED_UNCONFIRMED');
    t.clock.now = at('2026-12-10 10:00');
    good(
      await does(t, n.residents[0]!, (tx) =>
        reopenMatter(tx, { matterId, reason: '我回来了，门还是关不上' }),
      ),
    );
    expect(await row(matterId)).toMatchObject({ status: 'IN_PROGRESS', round: 2 });
  });

  it('not solved: once back by itself, the second time to the general branch, closed only by two persons', async () => {
    const matterId = await inHand();
    await done(matterId);
    good(await does(t, n.residents[0]!, (tx) => answerFollowUp(tx, { matterId, ...no })));
    expect(await row(matterId)).toMatchObject({
      status: 'IN_PROGRESS',
      round: 2,
      redo_count: 1,
      handle_due_at: at('2026-11-19 17:00'),
    });
    await done(matterId);
    good(await does(t, n.residents[0]!, (tx) => answerFollowUp(tx, { matterId, ...no })));
    expect(await row(matterId)).toMatchObject({ status: 'ESCALATED', escalation_reason: 'SECOND_REDO' });
    good(await does(t, n.as.GB, (tx) => ruleOnRedo(tx, { matterId, ruling: '换一家维修', days: 3 })));
    await done(matterId);
    good(await does(t, n.residents[0]!, (tx) => answerFollowUp(tx, { matterId, ...no })));
    good(
      await does(t, n.as.GB, (tx) =>
        proposeExplanation(tx, { matterId, text: '说明', remedies: '可向街道反映' }),
      ),
    );
    const confirm = { matterId, approve: true, note: '' };
    expect(refusal(await does(t, n.as.GB, (tx) => confirmExplanation(tx, confirm)))).toBe(
      'matters.explanation-needs-second-person',
    );
    good(await does(t, n.as.RC, (tx) => confirmExplanation(tx, confirm)));
    expect((await row(matterId)).status).toBe('CLOSED_EXPLAINED');
  });

  it('solved but not satisfied: both answers are kept', async () => {
    const matterId = await inHand();
    await done(matterId);
    good(
      await does(t, n.residents[0]!, (tx) =>
        answerFollowUp(tx, { matterId, resolved: 'yes', satisfaction: 1, text: '太慢了' }),
      ),
    );
    expect(await row(matterId)).toMatchObject({
      status: 'CLOSED_CONFIRMED',
      resolved: true,
      satisfaction: 1,
    });
  });

  it('a withdrawal takes a call by somebody else, and is kept open when it was not of free will', async () => {
    const matterId = await inHand();
    good(await does(t, n.residents[0]!, (tx) => askWithdrawal(tx, { matterId, reason: '' })));
    const decision = {
      matterId,
      reached: 'REACHED',
      freeWill: false,
      keepOpen: false,
      note: '说是被催着撤的',
    } as const;
    expect(refusal(await does(t, n.as.PC, (tx) => decideWithdrawal(tx, decision)))).toBe(
      'matters.not-yours-to-do',
    );
    expect(
      refusal(await does(t, n.as.RC, (tx) => decideWithdrawal(tx, { ...decision, reached: 'NO_ANSWER' }))),
    ).toBe('matters.withdrawal-needs-a-call');
    good(await does(t, n.as.RC, (tx) => decideWithdrawal(tx, decision)));
    expect((await row(matterId)).status).toBe('IN_PROGRESS');
  });

  it('a seasonal matter is parked with everything that unlocks it, at most 90 days ahead', async () => {
    const matterId = await inHand();
    const parking = {
      matterId,
      cause: 'SEASON',
      reason: '雨季不能做屋面',
      unlockCondition: '连续七天晴',
      ownerOrgId: n.org.PC,
      interimMeasure: '先盖防雨布',
    } as const;
    expect(
      refusal(await does(t, n.as.PC, (tx) => requestParking(tx, { ...parking, reviewOn: '2027-03-01' }))),
    ).toBe('matters.review-too-late');
    good(await does(t, n.as.PC, (tx) => requestParking(tx, { ...parking, reviewOn: '2027-02-01' })));
    good(await does(t, n.as.GB, (tx) => decideParking(tx, { matterId, approve: true, note: '' })));
    expect(await row(matterId)).toMatchObject({ status: 'PARKED', parked_review_on: '2027-02-01' });
  });

  it('a deadline in Spring Festival moves behind it', async () => {
    t.clock.now = at('2026-02-13 15:00');
    const { matterId } = await submitted(t, n);
    expect((await row(matterId)).handle_due_at).toEqual(at('2026-02-27 17:00'));
  });

  it('a deadline in a year without a calendar is not guessed but named', async () => {
    t.clock.now = at('2026-12-30 09:00');
    const { matterId } = await submitted(t, n);
    expect(await row(matterId)).toMatchObject({ handle_due_at: null, unknown_calendar_year: 2027 });
  });

  it('a lift with somebody trapped is P0 whatever was ticked', async () => {
    expect(await submitted(t, n, { description: '3号楼电梯困人了', category: 'A04' })).toMatchObject({
      level: 'P0',
    });
  });

  it('declined only for a listed reason, saying where to turn; the general branch hears an appeal', async () => {
    const { matterId } = await submitted(t, n);
    const decline = { matterId, reason: 'OUT_OF_SCOPE', explanation: '这是市政道路' } as const;
    expect(refusal(await does(t, n.as.RC, (tx) => declineMatter(tx, { ...decline, whereToTurn: '' })))).toBe(
      'matters.decline-says-where-to-turn',
    );
    good(await does(t, n.as.RC, (tx) => declineMatter(tx, { ...decline, whereToTurn: '市政热线' })));
    good(await does(t, n.residents[0]!, (tx) => appealDecline(tx, { matterId, text: '路在小区里面' })));
    expect(await row(matterId)).toMatchObject({ status: 'ESCALATED', escalation_reason: 'APPEAL' });
  });
});

describe('pace and limits', () => {
  it('three calls at different times of day count as contacted; three in a row do not', async () => {
    const matterId = await inHand();
    const call = (now: string) =>
      does(
        t,
        n.as.PC,
        (tx) => recordContact(tx, { matterId, channel: 'PHONE', result: 'NO_ANSWER', note: '' }),
        at(now),
      );
    for (const time of ['2026-11-16 09:10', '2026-11-16 09:20', '2026-11-16 09:30']) good(await call(time));
    expect((await row(matterId)).first_contact_at).toBeNull();
    good(await call('2026-11-16 15:00'));
    good(await call('2026-11-16 19:00'));
    expect((await row(matterId)).first_contact_at).toEqual(at('2026-11-16 19:00'));
  });

  it('an extension is asked for before the deadline, once, within fifteen working days, and granted by the branch', async () => {
    const matterId = await inHand();
    const ask = (newDueOn: string) =>
      does(t, n.as.PC, (tx) => requestExtension(tx, { matterId, reason: '等配件', newDueOn }));
    expect(refusal(await ask('2026-12-25'))).toBe('matters.extension-too-long');
    good(await ask('2026-12-04'));
    expect(
      refusal(await does(t, n.as.RC, (tx) => decideExtension(tx, { matterId, approve: true, note: '' }))),
    ).toBe('matters.not-yours-to-do');
    good(await does(t, n.as.GB, (tx) => decideExtension(tx, { matterId, approve: true, note: '' })));
    expect((await row(matterId)).handle_due_at).toEqual(at('2026-12-04 17:00'));
    expect(refusal(await ask('2026-12-07'))).toBe('matters.extended-once-already');
  });

  it('a lead that does not accept within a working day goes to the general branch', async () => {
    const { matterId } = await submitted(t, n);
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId })));
    good(
      await does(t, n.as.RC, (tx) =>
        assignMatter(tx, { matterId, leadOrgId: n.org.HO, coHandlerOrgIds: [], note: '' }),
      ),
    );
    await fireDueTimers(t.database, n.id, at('2026-11-17 17:01'));
    expect(await row(matterId)).toMatchObject({ status: 'ESCALATED', escalation_reason: 'LEAD_SILENT' });
  });

  it('five working days over, supervision rises by itself and once', async () => {
    const matterId = await inHand();
    await fireDueTimers(t.database, n.id, at('2026-12-01 09:00'));
    const first = await row(matterId);
    expect(first.supervision_level).toBe(2);
    expect(await fireDueTimers(t.database, n.id, at('2026-12-01 09:05'))).toBe(0);
    expect((await row(matterId)).version).toBe(first.version);
  });

  it('ten matters a day and two with the same words, unless staff know better', async () => {
    await submitted(t, n);
    await submitted(t, n);
    const third = await does(t, n.residents[0]!, (tx) => submitMatter(tx, report(n)));
    expect(refusal(third)).toBe('matters.same-twice-a-day');
    for (let i = 0; i < 8; i++) await submitted(t, n, { description: `第${i}件别的事` });
    expect(
      refusal(
        await does(t, n.residents[0]!, (tx) => submitMatter(tx, report(n, { description: '第十一件' }))),
      ),
    ).toBe('matters.ten-a-day');
  });

  it('the second of two handlers is told who was first, and nothing changes', async () => {
    const { matterId } = await submitted(t, n);
    good(await does(t, n.as.RC, (tx) => acceptMatter(tx, { matterId, version: 1 })));
    const second = await does(t, n.as.GB, (tx) => acceptMatter(tx, { matterId, version: 1 }));
    expect(second).toMatchObject({
      ok: false,
      refusal: { code: 'matters.already-handled', params: { who: 'RC岗 RC测试' } },
    });
  });

  it('urging is counted, and "we too" once per household and only for the own one', async () => {
    const matterId = await inHand();
    good(await does(t, n.residents[0]!, (tx) => urgeMatter(tx, { matterId, text: '' })));
    good(await does(t, n.residents[0]!, (tx) => urgeMatter(tx, { matterId, text: '' })));
    const too = (unitId: string) => does(t, n.residents[1]!, (tx) => endorseMatter(tx, { matterId, unitId }));
    good(await too(n.units[1]!));
    expect(refusal(await too(n.units[1]!))).toBe('matters.household-counted-already');
    expect(refusal(await too(n.units[2]!))).toBe('matters.not-your-household');
    expect(await row(matterId)).toMatchObject({ urge_count: 2, endorsement_count: 1 });
  });

  it('a matter of another neighborhood is not found', async () => {
    const other = await smallNeighborhood(t, 'XX');
    const { matterId } = await submitted(t, other);
    expect(refusal(await does(t, n.as.GB, (tx) => acceptMatter(tx, { matterId })))).toBe('matters.not-found');
  });
});
