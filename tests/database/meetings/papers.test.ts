import { randomUUID } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { addAddendum } from '#modules/meetings/commands/minutes/add-addendum.ts';
import { loader as deskPaper } from '#modules/meetings/pages/papers/desk-paper.page.server.ts';
import { loader as publicPaper } from '#modules/meetings/pages/papers/public-paper.page.server.ts';
import { meetingFile } from '#modules/meetings/queries/meeting-file.ts';
import { noticePaper } from '#modules/meetings/queries/papers/notice-paper.ts';
import { does, good, smallNeighborhood } from '../small-neighborhood.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { EVENING, type JointMeeting, jointMeeting } from './a-meeting.ts';
import { minutesOn, OVER } from './minutes-stage.ts';

let t: TestDatabase;
let m: JointMeeting;
let stage: ReturnType<typeof minutesOn>;
beforeAll(async () => {
  t = await testDatabase(EVENING);
});
beforeEach(async () => {
  m = await jointMeeting(t);
  stage = minutesOn(t, m);
});
afterAll(() => t.close());

/** What a page's loader answers to somebody; a status where it refuses. */
async function asked(loader: typeof deskPaper, actor: Actor, params: Record<string, string>) {
  const page = {
    actor,
    now: OVER,
    services: { database: t.database },
    neighborhood: { nameZh: '测试小区' },
  };
  try {
    return await loader({ params, context: { get: () => page } } as never);
  } catch (thrown) {
    return (thrown as { init: { status: number } }).init.status;
  }
}
const desk = (actor: Actor, id: string, name: string) => asked(deskPaper, actor, { id, name });
const open = async (id: string, name: string) => {
  const { rows } = await t.ownerPool.query('select code from meetings.meeting where id = $1', [id]);
  return asked(publicPaper, m.n.anonymous, { code: rows[0].code, name });
};
async function pdfText(answer: Response | number): Promise<string> {
  if (typeof answer === 'number') throw new Error(`answered ${answer}`);
  const proxy = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  return (await extractText(proxy, { mergePages: true })).text.replace(/\s/g, '');
}
async function wordText(answer: Response | number): Promise<string> {
  if (typeof answer === 'number') throw new Error(`answered ${answer}`);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return strFromU8(files['word/document.xml']!).replace(/<[^>]+>/g, '');
}

describe('minutes on paper for the parties', () => {
  it('hold facts, attendance, the four sections, the table of actions with the person, the reservation and the seal line', async () => {
    const { id } = await stage.signed();
    const holder = (await t.database.inTransaction(m.n.as.HO, (tx) => meetingFile(tx, id)))?.seats.find(
      (seat) => seat.org.id === m.n.org.HO,
    )?.holder;
    expect(holder).toBeTruthy();
    const answer = await desk(m.n.as.PC, id, 'minutes.pdf');
    expect((answer as Response).headers.get('content-disposition')).toBe(
      `inline; filename="2026-4-16.pdf"; filename*=UTF-8''${encodeURIComponent('2026年4月16日联席会议纪要（内部）.pdf')}`,
    );
    const text = await pdfText(answer);
    for (const said of [
      '与会单位内部使用',
      '联席会议纪要',
      '2026年4月16日19:00',
      '应到5个席位，实到5个',
      '出席：',
      '二、水管改造期间停车',
      '（一）情况八十六个车位被占',
      '各方说法',
      '测试PC：可出接驳车',
      '（三）会议决定',
      '1．施工期间免费开放滨江停车场。（R-2026-',
      '2026年4月20日',
      '首批停进去',
      holder!,
      '保留意见：夜里太晚（有单位保留意见）',
      '测试GB（盖章）',
      '2026年4月22日',
      '签发内容的校验码',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('草稿');
    const word = await wordText(await desk(m.n.as.PC, id, 'minutes.docx'));
    for (const said of ['水管改造期间停车', '首批停进去', holder!, '测试GB（盖章）'])
      expect(word).toContain(said);
  });

  it('are marked as a draft until they are signed; addenda stand below once they are', async () => {
    const { id } = await stage.drafted();
    expect(await pdfText(await desk(m.n.as.RC, id, 'minutes.pdf'))).toContain('草稿');
    const { id: signed } = await stage.signed();
    const said = { meetingId: signed, text: '应为九十个车位。' };
    good(await does(t, m.n.as.RC, (tx) => addAddendum(tx, said), OVER));
    const text = await pdfText(await desk(m.n.as.RC, signed, 'minutes.pdf'));
    expect(text).toContain('补充说明1．应为九十个车位。（2026年4月22日）');
  });

  it('are not there for whoever does not sit in the meeting, nor before it was held, nor under another name', async () => {
    const { id } = await stage.signed();
    const other = await smallNeighborhood(t);
    const post = { ...m.n.as.HO.post!, postId: randomUUID(), orgId: randomUUID() };
    const street: Actor = { ...m.n.as.HO, role: 'ST', post };
    for (const actor of [m.n.anonymous, m.n.residents[0]!, street, other.as.GB, other.as.RC])
      expect(await desk(actor, id, 'minutes.pdf')).toBe(404);
    expect(await desk(m.n.as.RC, id, 'minutes.exe')).toBe(404);
    const planned = await m.plan();
    expect(await desk(m.n.as.RC, planned.id, 'minutes.docx')).toBe(404);
  });
});

describe('minutes on paper for everybody', () => {
  it('are there once a second person has approved them, and name neither persons nor authors', async () => {
    const { id } = await stage.signed();
    good(await does(t, m.n.as.RC, (tx) => addAddendum(tx, { meetingId: id, text: '只给各单位看' }), OVER));
    for (const name of ['minutes.pdf', 'minutes.docx']) expect(await open(id, name)).toBe(404);
    good(await m.move(id, 'publish-minutes', OVER, {}, m.n.as.RC));
    expect(await open(id, 'minutes.pdf')).toBe(404);
    await stage.approved(id);
    for (const text of [
      await pdfText(await open(id, 'minutes.pdf')),
      await wordText(await open(id, 'minutes.docx')),
    ]) {
      for (const said of ['施工期间免费开放滨江停车场', '首批停进去', '夜里太晚（有单位保留意见）', '公开版'])
        expect(text).toContain(said);
      for (const hidden of ['接驳车', '只给各单位看', '内部', 'HO测试', '草稿'])
        expect(text).not.toContain(hidden);
    }
    expect(await open(id, 'notice.pdf')).toBe(404);
  });
});

describe('the notice', () => {
  it('holds agenda and seats, and on a sheet of its own room for signatures and ten rows more', async () => {
    const { id } = await m.inSession();
    const paper = noticePaper((await t.database.inTransaction(m.n.as.PC, (tx) => meetingFile(tx, id)))!);
    const table = paper.blocks.find((block) => block.kind === 'table');
    expect(table?.rows).toHaveLength(15);
    expect(table?.rows.slice(5).every((row) => row.slice(1).join('') === '')).toBe(true);
    const text = await pdfText(await desk(m.n.as.PC, id, 'notice.pdf'));
    for (const said of [
      '关于召开联席会议的通知',
      '各参会单位：',
      '（二）水管改造期间停车（20分钟）',
      '联席会议签到表',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('草稿');
  });

  it('says across every page when it was not sent, or does not hold any more', async () => {
    const { id, done } = await m.plan();
    good(done);
    expect(await pdfText(await desk(m.n.as.RC, id, 'notice.pdf'))).toContain('草');
    good(await m.move(id, 'cancel-meeting', undefined, { reason: '台风' }));
    const text = await pdfText(await desk(m.n.as.RC, id, 'notice.pdf'));
    expect(text).toMatch(/已取消|已.*取.*消/);
  });
});
