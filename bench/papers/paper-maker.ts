/** Makes long minutes again and again, in a process of its own, and tells how long it took and what stayed in memory. */
import { setTimeout } from 'node:timers/promises';
import { paperMaker } from '#platform/documents/making/maker.ts';
import type { Block, OfficialPaper } from '#platform/documents/official/paper.ts';
import { memoryOf } from '../town.ts';

const ROUNDS = 10;
const ITEMS = 10;
const SENTENCE = '施工期间免费开放停车场一百二十个车位，由房管办与产权单位签订协议，居委会逐户告知。';

function item(n: number): Block[] {
  return [
    { kind: 'heading', level: 1, text: `第${n}项议题` },
    { kind: 'heading', level: 2, text: '情况' },
    { kind: 'text', text: `${n}${SENTENCE.repeat(6)}` },
    { kind: 'heading', level: 2, text: '会议认为' },
    { kind: 'text', text: `${n}${SENTENCE.repeat(4)}\n${n}${SENTENCE.repeat(3)}` },
    { kind: 'heading', level: 2, text: '会议决定' },
    { kind: 'heading', level: 3, text: SENTENCE },
    {
      kind: 'table',
      head: ['编号', '办什么', '牵头单位和责任人', '完成日期', '怎样算办成'],
      shares: [1.2, 4, 3.7, 2.4, 3.7],
      rows: [1, 2, 3].map((row) => [`${row}`, SENTENCE, '测试单位\n岗位 测试甲', '2026年4月20日', SENTENCE]),
    },
  ];
}

/** The words of each round are other ones, so that nothing can be kept from the last. */
function paper(round: number): OfficialPaper {
  return {
    fileName: '纪要',
    title: ['测试小区', `联席会议纪要${round}`],
    number: '〔2026〕4号',
    mark: null,
    draft: '草稿 未签发',
    blocks: Array.from({ length: ITEMS }, (_, n) => item(n + round * ITEMS)).flat(),
  };
}

/** Seconds each round took. */
async function timed(what: 'official-pdf' | 'official-word') {
  const times: number[] = [];
  let bytes = new Uint8Array();
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    bytes = new Uint8Array(await paperMaker.make({ what, paper: paper(round) }));
    times.push((performance.now() - started) / 1000);
  }
  return { times, bytes };
}

/** What this process holds once everything nobody needs is thrown away, in MB. */
function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return memoryOf(process.pid).now;
}

const before = held();
const pdf = await timed('official-pdf');
const word = await timed('official-word');
const pages =
  Buffer.from(pdf.bytes)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;
const most = memoryOf(process.pid).most;
while (paperMaker.isAwake) await setTimeout(200);
await setTimeout(500);
console.log(
  JSON.stringify({
    pages,
    before,
    most,
    after: held(),
    pdf: { times: pdf.times, kilobytes: pdf.bytes.length / 1024 },
    word: { times: word.times, kilobytes: word.bytes.length / 1024 },
  }),
);
