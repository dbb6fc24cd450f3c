import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { draftWorksNotice, liveNotices } from '#modules/notices/facade.server.ts';
import { draftForm } from '#modules/notices/forms/publish.ts';
import { approvePiece } from '#modules/redaction/commands/approve-piece.ts';
import { changePiece } from '#modules/redaction/commands/change-piece.ts';
import { dismissFinding } from '#modules/redaction/commands/dismiss-finding.ts';
import { handOverPiece } from '#modules/redaction/commands/hand-over-piece.ts';
import { lookAfterwards } from '#modules/redaction/commands/look-afterwards.ts';
import { sendBackPiece } from '#modules/redaction/commands/send-back-piece.ts';
import { takeDownPiece } from '#modules/redaction/commands/take-down-piece.ts';
import { countWaitingForSecond } from '#modules/redaction/facade.server.ts';
import { deskPieces } from '#modules/redaction/queries/desk-pieces.ts';
import { pieceDetail } from '#modules/redaction/queries/piece-detail.ts';
import { verifyChain } from '#platform/audit/events.ts';
import { modulePublishers } from '#web/publishers.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { approves, DUTY_PHONE, pieceAs, publishDutyPhone } from './second-look.ts';

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
  t.clock.now = at('2026-11-16 09:00');
  n = await smallNeighborhood(t);
  await publishDutyPhone(t, n);
});

const notice = (more = {}) =>
  draftForm.parse({
    kind: 'WATER',
    title: '1号楼停水',
    body: '换水表，停水半天，请提前存水。',
    estateId: n.estateId,
    buildingIds: [n.buildingId],
    startsAt: at('2026-11-19 09:00'),
    endsAt: at('2026-11-19 15:00'),
    contactPhone: DUTY_PHONE,
    ...more,
  });
const drafted = async (more = {}, by: Actor = n.as.RC) =>
  good(await does(t, by, (tx) => draftWorksNotice(tx, notice(more))));
const live = (who: Actor = n.anonymous) => t.database.inTransaction(who, (tx) => liveNotices(tx));
const waiting = (who: Actor) => t.database.inTransaction(who, countWaitingForSecond);
const RUDE = '请找住户测试2（13800001111），1号楼502先修。';

describe('what looks like personal data', () => {
  it('is found with its place, a resident’s name from the register too; a clean text goes to the second person', async () => {
    const { pieceId } = await drafted({ body: RUDE });
    const { findings, state, open } = await pieceAs(t, n.as.RC, pieceId);
    expect(findings.map((one) => [one.field, one.kind, one.found])).toEqual([
      ['body', 'PHONE', '13800001111'],
      ['body', 'ROOM', '502'],
    ]);
    expect([state, open]).toEqual(['DRAFT', 2]);
    await t.ownerPool.query('insert into registry.person (neighborhood_id, id, name) values ($1, $2, $3)', [
      n.id,
      crypto.randomUUID(),
      '测试某',
    ]);
    const named = await drafted({ body: '请找测试某，他家先修。' });
    expect((await pieceAs(t, n.as.RC, named.pieceId)).findings.map((one) => [one.kind, one.found])).toEqual([
      ['NAME', '测试某'],
    ]);
    const clean = await drafted();
    expect((await pieceAs(t, n.as.RC, clean.pieceId)).state).toBe('CHECKED');
  });

  it('a name of another neighborhood’s register is none here', async () => {
    const other = await smallNeighborhood(t, 'CS');
    await t.ownerPool.query('insert into registry.person (neighborhood_id, id, name) values ($1, $2, $3)', [
      other.id,
      crypto.randomUUID(),
      '别处人',
    ]);
    const { pieceId } = await drafted({ body: '请找别处人看看情况。' });
    expect((await pieceAs(t, n.as.RC, pieceId)).findings).toEqual([]);
  });

  it('cannot be handed over before each place is changed or dismissed with a reason', async () => {
    const { pieceId } = await drafted({ body: RUDE });
    expect(refusal(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId })))).toBe(
      'redaction.points-still-open',
    );
    good(
      await does(t, n.as.RC, (tx) =>
        changePiece(tx, { pieceId, texts: { body: '请打值班电话，1号楼502先修。' } }),
      ),
    );
    const room = { pieceId, field: 'body', kind: 'ROOM' as const, found: '502', reason: '是泵房的编号' };
    expect(refusal(await does(t, n.as.RC, (tx) => dismissFinding(tx, { ...room, found: '501' })))).toBe(
      'redaction.no-such-finding',
    );
    good(await does(t, n.as.RC, (tx) => dismissFinding(tx, room)));
    expect(good(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId }))).state).toBe('CHECKED');
    const { findings } = await pieceAs(t, n.as.GB, pieceId);
    expect(findings[0]?.dismissed).toMatchObject({ reason: '是泵房的编号', personId: n.as.RC.personId });
    expect((await t.database.inTransaction(n.as.GB, verifyChain)).brokenAt).toBeNull();
  });

  it('a private number to call is asked about, the published duty phone is not', async () => {
    const { pieceId } = await drafted({ contactPhone: '13800001111' });
    const { findings } = await pieceAs(t, n.as.RC, pieceId);
    expect(findings.map((one) => [one.field, one.kind])).toEqual([['contactPhone', 'PHONE']]);
  });
});

describe('the second person', () => {
  it('publishes exactly what was approved; until then nobody reads it', async () => {
    const { pieceId } = await drafted();
    expect(await live()).toEqual([]);
    expect(await waiting(n.as.GB)).toBe(1);
    good(await approves(t, n.as.GB, pieceId));
    const [shown] = await live();
    expect([shown?.title, shown?.body]).toEqual(['1号楼停水', '换水表，停水半天，请提前存水。']);
    expect(shown?.issuer?.nameZh).toBe('测试RC');
    expect(await waiting(n.as.GB)).toBe(0);
    expect(await pieceAs(t, n.as.RC, pieceId)).toMatchObject({ state: 'PUBLISHED', second: 'GB测试' });
  });

  it('cannot be the author, not even in another post', async () => {
    const { pieceId } = await drafted();
    expect(await waiting(n.as.RC)).toBe(0);
    expect(refusal(await approves(t, n.as.RC, pieceId))).toBe('redaction.second-person-must-be-another');
    const elsewhere = { ...n.as.GB, personId: n.as.RC.personId };
    expect(refusal(await approves(t, elsewhere, pieceId))).toBe('redaction.second-person-must-be-another');
    good(await approves(t, n.as.RC2, pieceId));
  });

  it('cannot be a resident, an organisation without the right, or another company', async () => {
    const { pieceId } = await drafted();
    for (const who of [n.residents[0]!, n.as.PC, n.as.OC, n.as.AG, n.as.HO]) {
      expect(await t.database.inTransaction(who, (tx) => pieceDetail(tx, pieceId))).toBeNull();
      const input = { pieceId, seal: '0'.repeat(64) };
      expect(refusal(await does(t, who, (tx) => approvePiece(tx, input, modulePublishers)))).toBe(
        'redaction.not-found',
      );
    }
  });

  it('who changed a word cannot approve it', async () => {
    const { pieceId } = await drafted();
    good(await does(t, n.as.GB, (tx) => changePiece(tx, { pieceId, texts: { title: '1号楼停水半天' } })));
    good(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId })));
    expect(refusal(await approves(t, n.as.GB, pieceId))).toBe('redaction.second-person-must-be-another');
  });

  it('cannot approve what was changed after they looked at it', async () => {
    const { pieceId } = await drafted();
    const { seal } = await pieceAs(t, n.as.GB, pieceId);
    good(await does(t, n.as.RC, (tx) => changePiece(tx, { pieceId, texts: { title: '全小区停水' } })));
    const approve = () => does(t, n.as.GB, (tx) => approvePiece(tx, { pieceId, seal }, modulePublishers));
    expect(refusal(await approve())).toBe('redaction.not-in-this-state');
    good(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId })));
    expect(refusal(await approve())).toBe('redaction.changed-meanwhile');
    expect(await live()).toEqual([]);
  });

  it('text changed behind the program’s back is not published', async () => {
    const { pieceId } = await drafted();
    await t.ownerPool.query(
      "update redaction.piece set content = jsonb_set(content, '{texts,0,text}', '\"别的标题\"') where id = $1",
      [pieceId],
    );
    expect(refusal(await approves(t, n.as.GB, pieceId))).toBe('redaction.changed-meanwhile');
    expect(await live()).toEqual([]);
  });

  it('sends back with a reason, and the author changes and hands it over again', async () => {
    const { pieceId } = await drafted();
    good(await does(t, n.as.GB, (tx) => sendBackPiece(tx, { pieceId, reason: '写上接水点' })));
    expect(await pieceAs(t, n.as.RC, pieceId)).toMatchObject({
      state: 'SENT_BACK',
      sentBackReason: '写上接水点',
    });
    good(
      await does(t, n.as.RC, (tx) =>
        changePiece(tx, { pieceId, texts: { body: '停水半天，门口有接水点。' } }),
      ),
    );
    good(await does(t, n.as.RC, (tx) => handOverPiece(tx, { pieceId })));
    good(await approves(t, n.as.GB, pieceId));
    expect((await live())[0]?.body).toBe('停水半天，门口有接水点。');
  });

  it('who is late: the lead time counts from the approval, and nothing is approved when it is over', async () => {
    const { pieceId } = await drafted();
    t.clock.now = at('2026-11-18 09:00');
    expect(refusal(await approves(t, n.as.GB, pieceId))).toBe('notices.lead-too-short');
    expect((await pieceAs(t, n.as.GB, pieceId)).state).toBe('CHECKED');
    expect(await live()).toEqual([]);
  });

  it('what was given up is never published', async () => {
    const { pieceId } = await drafted();
    good(await does(t, n.as.RC, (tx) => takeDownPiece(tx, { pieceId, reason: '改期了' })));
    expect(refusal(await approves(t, n.as.GB, pieceId))).toBe('redaction.not-in-this-state');
  });
});

describe('an emergency', () => {
  const soon = () => ({
    startsAt: at('2026-11-16 10:00'),
    endsAt: at('2026-11-16 12:00'),
    emergency: true,
    emergencyReason: '水管爆裂',
  });

  it('goes out at once by one person, and waits to be looked at by the end of the next working day', async () => {
    const { pieceId, number } = await drafted(soon(), n.as.PC);
    expect((await live()).map((one) => one.number)).toEqual([number]);
    const piece = await pieceAs(t, n.as.RC, pieceId);
    expect(piece.reviewDueAt).toEqual(at('2026-11-17 17:00'));
    expect(await waiting(n.as.RC)).toBe(1);
    expect(await waiting(n.as.PC)).toBe(0);
    expect(refusal(await does(t, n.as.PC, (tx) => lookAfterwards(tx, { pieceId })))).toBe(
      'redaction.second-person-must-be-another',
    );
    good(await does(t, n.as.RC, (tx) => lookAfterwards(tx, { pieceId })));
    expect(await waiting(n.as.RC)).toBe(0);
  });

  it('lets no personal data through either', async () => {
    const { pieceId, number } = await drafted({ ...soon(), body: RUDE });
    expect([number, (await live()).length]).toEqual([null, 0]);
    expect((await pieceAs(t, n.as.RC, pieceId)).open).toBe(2);
  });
});

describe('another neighborhood', () => {
  it('finds, counts and lists nothing of it', async () => {
    const { pieceId } = await drafted();
    const other = await smallNeighborhood(t, 'CS');
    for (const who of [other.as.RC, other.as.GB]) {
      expect(await t.database.inTransaction(who, (tx) => pieceDetail(tx, pieceId))).toBeNull();
      expect(await waiting(who)).toBe(0);
      expect((await t.database.inTransaction(who, deskPieces))?.waiting).toEqual([]);
      expect(refusal(await does(t, who, (tx) => handOverPiece(tx, { pieceId })))).toBe('redaction.not-found');
    }
  });

  it('the program can neither take back what was dismissed nor delete a piece', async () => {
    await expect(t.appPool.query('delete from redaction.dismissal')).rejects.toThrow(/permission denied/);
    await expect(t.appPool.query("update redaction.dismissal set reason = 'x'")).rejects.toThrow(
      /permission/,
    );
    await expect(t.appPool.query('delete from redaction.piece')).rejects.toThrow(/permission denied/);
  });
});
