import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { headingCounter } from './numbering.ts';
import { officialPdf } from './official-pdf.ts';
import { officialWord } from './official-word.ts';
import { linesOf, type OfficialPaper, SHEET } from './paper.ts';
import { publishedPaperFile } from './paper-file.ts';

const LONG = '施工期间免费开放停车场一百二十个车位，居委会逐户告知。'.repeat(60);
const PAPER: OfficialPaper = {
  fileName: '纪要',
  title: ['紫荆居民区', '联席会议纪要'],
  number: '〔2026〕4号',
  mark: null,
  draft: '草稿 未签发',
  blocks: [
    { kind: 'labelled', label: '出席：', text: '测试甲、测试乙' },
    { kind: 'heading', level: 1, text: '第一项' },
    { kind: 'heading', level: 2, text: '情况' },
    { kind: 'text', text: LONG },
    { kind: 'heading', level: 2, text: '会议决定' },
    { kind: 'heading', level: 3, text: '开放停车场。' },
    { kind: 'heading', level: 3, text: '安排巡查。' },
    { kind: 'table', head: ['编号', '办什么'], shares: [1, 3], rows: [['1', '开放\n车位']] },
    { kind: 'heading', level: 1, text: '第二项' },
    { kind: 'heading', level: 2, text: '情况' },
    { kind: 'text', text: '<没有> & "别的"\u0007\u202e', lead: '说明：' },
    { kind: 'signature', lines: ['测试党总支（盖章）', '2026年4月22日'] },
    { kind: 'sheet', title: ['签到表'] },
    { kind: 'heading', level: 1, text: '另起' },
  ],
};

type Piece = { readonly text: string; readonly x: number; readonly y: number; readonly size: number };

async function piecesOf(bytes: Uint8Array): Promise<Piece[][]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: Piece[][] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(
      items.flatMap((item) =>
        'str' in item
          ? [{ text: item.str, x: item.transform[4], y: item.transform[5], size: item.transform[0] }]
          : [],
      ),
    );
  }
  return pages;
}

describe('headings', () => {
  it('are counted in three levels, a higher one begins the lower ones anew', () => {
    const counter = headingCounter();
    const levels = [1, 2, 2, 3, 3, 2, 3, 1, 2] as const;
    expect(levels.map((level) => counter.next(level))).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1．',
      '2．',
      '（三）',
      '1．',
      '二、',
      '（一）',
    ]);
    for (let n = 3; n <= 21; n++) counter.next(1);
    expect(counter.next(1)).toBe('二十二、');
  });
});

describe('a text', () => {
  it('comes without what nobody can see, one paragraph a line', () => {
    expect(linesOf(' 一\u0007 \r\n\n二\u202e三 ')).toEqual(['一', '二三']);
  });
});

describe('a paper as PDF', () => {
  it('has title, numbers, draft mark and page numbers where they belong', async () => {
    const bytes = await officialPdf(PAPER);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    const plain = text.replace(/\s/g, '');
    for (const said of [
      '联席会议纪要',
      '〔2026〕4号',
      '一、第一项',
      '（二）会议决定',
      '1．开放停车场。',
      '2．安排巡查。',
    ])
      expect(plain).toContain(said);
    expect(plain).toContain('二、第二项');
    // The second sheet begins anew.
    expect(plain).toMatch(/签到表一、另起/);
    const pages = await piecesOf(bytes);
    expect(pages.length).toBeGreaterThanOrEqual(4);
    for (const [at, pieces] of pages.entries()) {
      expect(pieces.some((piece) => piece.text.includes('草'))).toBe(true);
      const foot = pieces.filter((piece) => piece.y < SHEET.margins.bottom && piece.size < 20);
      expect(
        foot
          .map((piece) => piece.text)
          .join('')
          .replace(/\s/g, ''),
      ).toBe(`—${at + 1}—`);
      // Odd pages at the right, even ones at the left.
      expect((foot[0]?.x ?? 0) > 300).toBe(at % 2 === 0);
      const body = pieces.filter((piece) => piece.size === SHEET.body && piece.y > SHEET.margins.bottom);
      for (const piece of body) expect(piece.x).toBeGreaterThanOrEqual(SHEET.margins.left - 1);
    }
  }, 30_000);

  it('sets 22 lines of at least 27 characters on a full page, at 16 points', async () => {
    const [, second] = await piecesOf(await officialPdf({ ...PAPER, draft: null }));
    const lines = Map.groupBy(
      (second ?? []).filter((piece) => piece.size === SHEET.body && piece.text.trim() !== ''),
      (piece) => Math.round(piece.y),
    );
    expect(lines.size).toBe(22);
    const heights = [...lines.keys()].sort((a, b) => b - a);
    expect((heights[0]! - heights[21]!) / 21).toBeCloseTo(SHEET.line, 0);
    const full = [...lines.values()].map((line) => line.map((piece) => piece.text).join('').length);
    expect(Math.max(...full)).toBeGreaterThanOrEqual(27);
  }, 30_000);

  it('never has a signature alone on a page', async () => {
    for (let lines = 16; lines <= 24; lines++) {
      const above = Array.from({ length: lines }, () => ({ kind: 'text', text: '一行。' }) as const);
      const blocks = [
        ...above,
        { kind: 'signature', lines: ['测试党总支（盖章）', '2026年4月22日'] } as const,
      ];
      const pages = await piecesOf(await officialPdf({ ...PAPER, draft: null, blocks }));
      const last =
        pages
          .at(-1)
          ?.map(({ text }) => text)
          .join('') ?? '';
      expect(last).toMatch(/一行。.*盖章/);
    }
  }, 60_000);

  it('that is in force has no mark across its pages', async () => {
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(await officialPdf({ ...PAPER, draft: null }))),
      { mergePages: true },
    );
    expect(text).not.toMatch(/草\s*稿/);
  }, 30_000);
});

describe('a paper as Word file', () => {
  const open = async (paper: OfficialPaper) => {
    const files = unzipSync(new Uint8Array(await officialWord(paper)));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    return { files: Object.keys(files), text, body: text('word/document.xml') };
  };

  it('has headings that Word numbers itself, a table whose head comes again, and a seal line', async () => {
    const { body, text } = await open(PAPER);
    const numbering = text('word/numbering.xml');
    for (const level of ['%1、', '（%2）', '%3．']) expect(numbering).toContain(`w:val="${level}"`);
    expect(numbering).toContain('chineseCounting');
    expect(body.match(/w:val="Heading1"/g)).toHaveLength(3);
    expect(body.match(/w:val="Heading3"/g)).toHaveLength(2);
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toMatch(/测试党总支（盖章）/);
    // 三号 16 pt 仿宋 in exact lines.
    const styles = text('word/styles.xml');
    expect(styles).toContain('w:eastAsia="FangSong"');
    expect(styles).toContain('<w:sz w:val="32"/>');
    expect(styles).toMatch(/w:line="578"[^>]*w:lineRule="exact"/);
  });

  it('keeps what was typed, and nothing that Word could not open', async () => {
    const { body } = await open(PAPER);
    expect(body).toContain('&lt;没有&gt; &amp; ');
    expect(body).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  });

  it('carries the draft mark behind every page until it is signed', async () => {
    const heads = async (draft: string | null) => {
      const { files, text } = await open({ ...PAPER, draft });
      return files.filter((name) => /word\/header\d/.test(name)).map(text);
    };
    const drafted = await heads('草稿 未签发');
    expect(drafted.length).toBeGreaterThanOrEqual(1);
    for (const head of drafted) expect(head).toContain('草稿 未签发');
    for (const head of await heads(null)) expect(head).not.toContain('草稿');
  });
});

it('a published paper is made once, and anew when a word of it changes', async () => {
  const one = await publishedPaperFile(PAPER, 'docx');
  expect(await publishedPaperFile({ ...PAPER }, 'docx')).toBe(one);
  expect(await publishedPaperFile({ ...PAPER, number: null }, 'docx')).not.toBe(one);
});
