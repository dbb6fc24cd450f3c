import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { nameResponsible } from '#modules/agreements/commands/agreement/name-responsible.ts';
import { recordPaperSignature } from '#modules/agreements/commands/agreement/record-paper-signature.ts';
import { agreementFile } from '#modules/agreements/queries/agreement/agreements.ts';
import { signedScan, signedSheet } from '#modules/agreements/queries/agreement/signed-sheet.ts';
import { responsibilityMatrix } from '#modules/agreements/queries/responsibilities/matrix.ts';
import { makePicture } from '#platform/files/pictures.ts';
import { does, good, refusal, type SmallNeighborhood, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { agreeing, at } from './agreement-draft.ts';

let t: TestDatabase;
let n: SmallNeighborhood;
let a: ReturnType<typeof agreeing>;
beforeAll(async () => {
  t = await testDatabase(at('2026-01-01'));
});
beforeEach(async () => {
  n = await smallNeighborhood(t);
  a = agreeing(t, n);
});
afterAll(() => t.close());

const file = (id: string) =>
  t.database.inTransaction(n.as.GB, (tx) => agreementFile(tx, id), { now: at('2026-02-01') });
const held = { attended: 9, whyNot: null };
const EXPLANATION = '听到的意见都答复了，照这一稿签。';

describe('before signing', () => {
  /** A draft with two parties that everybody had seven days for. */
  const consulted = async () => {
    const { id } = good(await a.draft());
    good(await a.party(id, 1, n.org.GB));
    good(await a.party(id, 2, n.org.PC));
    good(await a.move({ id, version: 3, step: 'consult-agreement', until: '2026-01-07' }, '2025-12-30'));
    const open = () =>
      a.move({ id, version: 4, step: 'open-signing', explanation: EXPLANATION }, '2026-01-08');
    const note = (kind: 'ENLARGED' | 'OWNERS' | 'COMPANIES' | 'RESIDENTS', more = {}) =>
      a.forum({ step: 'note-forum', agreementId: id, kind, heldOn: '2026-01-05', ...held, ...more });
    return { id, open, note };
  };

  it('the enlarged meeting, owners’ committees, companies’ heads and residents’ representatives are heard, in that order', async () => {
    const { open, note } = await consulted();
    for (const [kind, missing] of [
      ['ENLARGED', 'enlarged'],
      ['OWNERS', 'owners'],
      ['COMPANIES', 'companies'],
      ['RESIDENTS', 'residents'],
    ] as const) {
      expect(refusal(await open())).toBe(`agreements.forum-missing-${missing}`);
      good(await note(kind));
    }
    good(await open());
  });

  it('a forum that was not held says why, and everybody reads it', async () => {
    const { id, open, note } = await consulted();
    for (const kind of ['ENLARGED', 'COMPANIES', 'RESIDENTS'] as const) good(await note(kind));
    expect(refusal(await note('OWNERS', { heldOn: null, attended: null }))).toBe(
      'agreements.forum-held-or-not',
    );
    expect(refusal(await note('OWNERS', { whyNot: '还没有业委会' }))).toBe('agreements.forum-held-or-not');
    expect(refusal(await note('OWNERS', { heldOn: '2026-01-06' }))).toBe('agreements.forum-not-yet');
    good(await note('OWNERS', { heldOn: null, attended: null, whyNot: '还没有业委会' }));
    good(await open());
    expect((await file(id))!.forums.map(({ whyNot }) => whyNot)).toContain('还没有业委会');
  });

  it('every opinion is answered, with a reason when it is not taken up in full, and published without a name', async () => {
    const { id, open, note } = await consulted();
    for (const kind of ['ENLARGED', 'OWNERS', 'COMPANIES', 'RESIDENTS'] as const) good(await note(kind));
    const [forum] = (await file(id))!.forums;
    const say = (said: string) =>
      a.forum({ step: 'note-opinion', agreementId: id, forumId: forum!.id, said });
    expect(refusal(await say('找测试业主，电话 13800001111'))).toBe('agreements.names-somebody');
    good(await say('停车怎么收费写进协议'));
    expect(refusal(await open())).toBe('agreements.opinions-open');
    const opinionId = (await file(id))!.forums.flatMap(({ opinions }) => opinions)[0]!.id;
    const answer = (reason: string) =>
      a.forum({ step: 'answer-opinion', agreementId: id, opinionId, answer: 'NOT_TAKEN', reason });
    expect(refusal(await answer(''))).toBe('agreements.why-not-taken');
    good(await answer('停车收费由业主共同决定'));
    good(await open());
    expect(refusal(await answer('改主意了，写进去'))).toBe('agreements.agreement-sealed-already');
    const told = (await file(id))!.forums.flatMap(({ opinions }) => opinions)[0]!;
    expect(told).toMatchObject({ answer: 'NOT_TAKEN', reason: '停车收费由业主共同决定' });
  });

  it('only the general branch notes forums, and of its own neighborhood', async () => {
    const { id } = await consulted();
    const note = {
      step: 'note-forum',
      agreementId: id,
      kind: 'OWNERS',
      heldOn: '2026-01-05',
      ...held,
    } as const;
    for (const actor of [n.as.RC, n.as.OC, n.as.PC, n.residents[0]!])
      expect(refusal(await a.forum(note, '2026-01-05', actor))).toBe('agreements.agreement-not-yours');
    const other = await smallNeighborhood(t);
    expect(refusal(await a.forum(note, '2026-01-05', other.as.GB))).toBe('agreements.agreement-not-found');
  });

  it('the text says that it replaces neither the service contract nor what owners decide', async () => {
    for (const statement of ['', '本协议很好。', '不代替物业服务合同。', '不代替业主的决定。'])
      expect(refusal(await a.draft({ statement }))).toBe('agreements.statement-missing');
  });
});

describe('the signing log', () => {
  const signatureOf = async (id: string, orgId: string) =>
    (await file(id))!.parties.find((one) => one.orgId === orgId)!.signatures[0]!;

  it('keeps to the letter what each organisation signed, and its seal can be calculated again', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.OC, { reservation: '第三条：停车费另议。' }));
    const { id: signature } = await signatureOf(id, n.org.OC);
    const sheet = (await t.database.inTransaction(n.as.PC, (tx) => signedSheet(tx, id, signature)))!;
    for (const word of ['第三条：停车费另议。', '不代替物业服务合同', '每季度检查一次楼道灯', '按时联系'])
      expect(sheet.text).toContain(word);
    expect(createHash('sha256').update(sheet.text!).digest('hex')).toBe(sheet.sealed);
    expect(sheet.unchanged).toBe(true);
    await t.ownerPool.query(
      "update agreements.signature set signed_text = signed_text || ' ' where id = $1",
      [signature],
    );
    const touched = await t.database.inTransaction(n.as.PC, (tx) => signedSheet(tx, id, signature));
    expect(touched!.unchanged).toBe(false);
    const other = await smallNeighborhood(t);
    expect(await t.database.inTransaction(other.as.GB, (tx) => signedSheet(tx, id, signature))).toBeNull();
  });

  it('takes a scan of the wet signature of an organisation’s head, which binds like any other', async () => {
    const id = await a.opened();
    const sealed = await a.sealed(id);
    const sheet = good(
      await makePicture(
        await sharp({ create: { width: 40, height: 60, channels: 3, background: '#fff' } })
          .jpeg()
          .toBuffer(),
      ),
    );
    const paper = (actor: Actor, organisationId: string, seal = sealed) =>
      does(
        t,
        actor,
        (tx) => recordPaperSignature(tx, { id, sealed: seal, reservation: '', organisationId }, sheet),
        at('2026-01-09'),
      );
    for (const actor of [n.as.PC, n.as.RC, n.residents[0]!])
      expect(refusal(await paper(actor, n.org.PC))).toBe('agreements.agreement-not-yours');
    expect(refusal(await paper(n.as.GB, n.org.HO))).toBe('agreements.not-a-party');
    expect(refusal(await paper(n.as.GB, n.org.PC, 'of another text'))).toBe('agreements.another-text');
    good(await a.sign(id, n.as.GB));
    good(await paper(n.as.GB2, n.org.PC));
    expect(refusal(await paper(n.as.GB, n.org.PC))).toBe('agreements.signed-already');
    expect(await a.state(id)).toBe('EFFECTIVE');
    expect(await a.times(n.org.PC)).not.toHaveLength(0);
    const signed = await signatureOf(id, n.org.PC);
    expect(signed.onPaper).toBe(true);
    const scan = await t.database.inTransaction(n.as.OC, (tx) => signedScan(tx, id, signed.id));
    expect(scan!.contentType).toBe('image/jpeg');
  });
});

describe('who answers for what', () => {
  const matrix = (actor: Actor = n.as.GB) =>
    t.database.inTransaction(actor, responsibilityMatrix, { now: at('2026-02-01') });
  const rowsOf = async (orgId: string, actor?: Actor) =>
    (await matrix(actor))!.parties.find((one) => one.orgId === orgId)!.rows;
  const name = (id: string, line: number, postId: string, actor: Actor = n.as.PC) =>
    does(t, actor, (tx) => nameResponsible(tx, { agreementId: id, line, postId }), at('2026-02-01'));

  it('is every duty and commitment of those who signed; what no post answers for is vacant', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.PC));
    expect((await matrix())!.parties.map(({ orgId }) => orgId)).toEqual([n.org.GB, n.org.PC]);
    const [duty, promise] = await rowsOf(n.org.PC);
    expect(duty).toMatchObject({ text: '按时联系', line: 1, vacant: true, postZh: null });
    expect(promise).toMatchObject({ line: null, vacant: false });
    good(await name(id, 1, n.as.PC.post!.postId));
    expect((await rowsOf(n.org.PC))[0]).toMatchObject({ vacant: false, standIn: false });
    expect((await matrix())!.vacancies).toBe(1);
  });

  it('names a person at the desk alone', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.PC));
    good(await name(id, 1, n.as.PC.post!.postId));
    expect((await rowsOf(n.org.PC))[0]!.personZh).not.toBeNull();
    for (const reader of [n.anonymous, n.residents[0]!])
      for (const row of await rowsOf(n.org.PC, reader)) expect(row.personZh).toBeNull();
  });

  it('is named by the head of the organisation, from its own posts, for duties the text has', async () => {
    const id = await a.opened();
    good(await a.sign(id, n.as.GB));
    good(await a.sign(id, n.as.PC));
    const own = n.as.PC.post!.postId;
    for (const actor of [n.as.GB2, n.residents[0]!])
      expect(refusal(await name(id, 1, own, actor))).toBe('agreements.agreement-not-yours');
    expect(refusal(await name(id, 2, own))).toBe('agreements.duty-not-found');
    expect(refusal(await name(id, 1, n.as.OC.post!.postId))).toBe('agreements.post-of-another');
    expect(refusal(await name(id, 1, n.as.HO.post!.postId, n.as.HO))).toBe('agreements.not-a-party');
  });
});
