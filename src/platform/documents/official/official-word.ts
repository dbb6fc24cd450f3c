import type { FileChild, Paragraph as WordParagraph } from 'docx';
import { numberText, pageText } from './numbering.ts';
import { type Block, type Level, linesOf, type OfficialPaper, oneLine, SHEET } from './paper.ts';

type Library = typeof import('docx');

/** Fonts every office has: 小标宋 where it is installed, 黑体, 楷体, 仿宋, 宋体; named in Latin letters, as Word does. */
const FONTS = {
  title: 'FZXiaoBiaoSong-B05S',
  1: 'SimHei',
  2: 'KaiTi',
  3: 'FangSong',
  body: 'FangSong',
  page: 'SimSun',
};
const LATIN = 'Times New Roman';

const twips = (points: number) => Math.round(points * 20);
const halves = (points: number) => points * 2;
const font = (name: string) => ({ ascii: LATIN, hAnsi: LATIN, eastAsia: name, cs: LATIN });
const exactly = (w: Library, points: number) => ({ line: twips(points), lineRule: w.LineRuleType.EXACT });
/** Two characters in, whatever the size of the font. */
const FIRST_LINE = { firstLine: twips(2 * SHEET.body) };

/**
 * An official paper as Word file (.docx): headings are numbered by Word itself and stand in its navigation, so that
 * whoever goes on writing keeps the order. The library is loaded with the first one.
 */
export async function officialWord(paper: OfficialPaper): Promise<Buffer> {
  const w = await import('docx');
  const { TextWatermark } = await import('docx/watermarks');
  const { left, top, right, bottom } = SHEET.margins;
  const mark = paper.draft ? [new TextWatermark({ text: paper.draft, font: FONTS[1] })] : [];
  const header = new w.Header({ children: [new w.Paragraph({ children: mark })] });
  const document = new w.Document({
    title: oneLine(paper.title.join('')),
    creator: '',
    lastModifiedBy: '',
    styles: stylesOf(w),
    numbering: { config: sheetsOf(paper).map((sheet) => numberingOf(w, sheet)) },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: {
              left: twips(left),
              top: twips(top),
              right: twips(right),
              bottom: twips(bottom),
              footer: twips(bottom - 34),
            },
          },
        },
        headers: { default: header, even: header },
        footers: { default: footer(w, true), even: footer(w, false) },
        children: content(w, paper),
      },
    ],
  });
  return w.Packer.toBuffer(document);
}

/** Each sheet counts its headings anew. */
function sheetsOf(paper: OfficialPaper): number[] {
  return [...Array(1 + paper.blocks.filter(({ kind }) => kind === 'sheet').length).keys()];
}

function stylesOf(w: Library) {
  const heading = (level: 1 | 2 | 3) => ({
    run: { font: font(FONTS[level]), size: halves(SHEET.body), bold: false, color: '000000' },
    paragraph: { spacing: { before: 0, after: 0, ...exactly(w, SHEET.line) }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font: font(FONTS.body),
          size: halves(SHEET.body),
          characterSpacing: twips(SHEET.spacing),
          language: { eastAsia: 'zh-CN' },
        },
        paragraph: { spacing: exactly(w, SHEET.line) },
      },
      title: {
        run: { font: font(FONTS.title), size: halves(SHEET.title), color: '000000' },
        paragraph: {
          alignment: w.AlignmentType.CENTER,
          spacing: { before: 0, after: 0, ...exactly(w, 36) },
        },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
    },
  };
}

function numberingOf(w: Library, sheet: number) {
  const level = (n: Level) => ({
    level: n - 1,
    format: n === 3 ? w.LevelFormat.DECIMAL : w.LevelFormat.CHINESE_COUNTING,
    text: numberText(n, `%${n}`),
    suffix: w.LevelSuffix.NOTHING,
    style: { paragraph: { indent: { left: 0, ...FIRST_LINE } } },
  });
  return { reference: `sheet-${sheet}`, levels: [level(1), level(2), level(3)] };
}

function footer(w: Library, isOdd: boolean) {
  const run = { font: font(FONTS.page), size: halves(SHEET.page) };
  const [before = '', after = ''] = pageText('%').split('%');
  return new w.Footer({
    children: [
      new w.Paragraph({
        alignment: isOdd ? w.AlignmentType.RIGHT : w.AlignmentType.LEFT,
        indent: isOdd ? { right: twips(SHEET.page) } : { left: twips(SHEET.page) },
        children: [
          new w.TextRun({ ...run, text: before }),
          new w.TextRun({ ...run, children: [w.PageNumber.CURRENT] }),
          new w.TextRun({ ...run, text: after }),
        ],
      }),
    ],
  });
}

function content(w: Library, paper: OfficialPaper): FileChild[] {
  const children: FileChild[] = [];
  if (paper.mark)
    children.push(
      new w.Paragraph({
        children: [
          new w.TextRun({ text: oneLine(paper.mark), size: halves(SHEET.page), font: font(FONTS[1]) }),
        ],
      }),
    );
  children.push(...titleOf(w, paper.title, false));
  if (paper.number)
    children.push(
      new w.Paragraph({
        text: oneLine(paper.number),
        alignment: w.AlignmentType.CENTER,
        spacing: { after: twips(SHEET.line / 2) },
      }),
    );
  let sheet = 0;
  for (const [at, block] of paper.blocks.entries()) {
    if (block.kind === 'sheet') sheet += 1;
    const isSigned = paper.blocks[at + 1]?.kind === 'signature';
    children.push(...childrenOf(w, block, { sheet, isSigned }));
  }
  return children;
}

function titleOf(w: Library, title: readonly string[], isNewSheet: boolean): WordParagraph[] {
  return title.map(
    (line, at) =>
      new w.Paragraph({
        text: oneLine(line),
        heading: w.HeadingLevel.TITLE,
        pageBreakBefore: isNewSheet && at === 0,
        ...(at === title.length - 1 ? { spacing: { after: twips(SHEET.line / 2), ...exactly(w, 36) } } : {}),
      }),
  );
}

const HEADINGS = { 1: 'HEADING_1', 2: 'HEADING_2', 3: 'HEADING_3' } as const;

/** Which sheet a block stands on, and whether it is the last one above a signature, which stays with it. */
type Standing = { readonly sheet: number; readonly isSigned: boolean };

function childrenOf(w: Library, block: Block, { sheet, isSigned }: Standing): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new w.Paragraph({
          text: oneLine(block.text),
          heading: w.HeadingLevel[HEADINGS[block.level]],
          numbering: { reference: `sheet-${sheet}`, level: block.level - 1 },
        }),
      ];
    case 'text':
      return linesOf(block.text).map(
        (line, at) =>
          new w.Paragraph({
            alignment: w.AlignmentType.BOTH,
            indent: FIRST_LINE,
            keepNext: isSigned,
            children: [
              ...(at === 0 && block.lead
                ? [new w.TextRun({ text: oneLine(block.lead), font: font(FONTS[1]) })]
                : []),
              new w.TextRun(line),
            ],
          }),
      );
    case 'address':
      return [new w.Paragraph(oneLine(block.text))];
    case 'labelled':
      return [labelled(w, block.label, block.text)];
    case 'table':
      return [tableOf(w, block), new w.Paragraph({ text: '', spacing: exactly(w, 10) })];
    case 'signature':
      return block.lines.map(
        (line, at) =>
          new w.Paragraph({
            text: oneLine(line),
            alignment: w.AlignmentType.RIGHT,
            indent: { right: twips(2 * SHEET.body) },
            keepNext: at < block.lines.length - 1,
            ...(at === 0 ? { spacing: { before: twips(SHEET.line), ...exactly(w, SHEET.line) } } : {}),
          }),
      );
    case 'note':
      return linesOf(block.text).map(
        (text) =>
          new w.Paragraph({
            spacing: exactly(w, 20),
            children: [new w.TextRun({ text, size: halves(SHEET.table), font: font(FONTS.page) })],
          }),
      );
    case 'sheet':
      return titleOf(w, block.title, true);
  }
}

function labelled(w: Library, label: string, text: string): WordParagraph {
  const width = twips([...label].length * SHEET.body);
  return new w.Paragraph({
    indent: { left: twips(2 * SHEET.body) + width, hanging: width },
    children: [new w.TextRun({ text: oneLine(label), font: font(FONTS[1]) }), new w.TextRun(oneLine(text))],
  });
}

function tableOf(w: Library, { head, shares, rows, rowHeight }: Extract<Block, { kind: 'table' }>) {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((twips(SHEET.width) * share) / all));
  const cell = (text: string, at: number, isHead: boolean) =>
    new w.TableCell({
      width: { size: widths[at] ?? 0, type: w.WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      verticalAlign: w.VerticalAlign.CENTER,
      children: (linesOf(text).length > 0 ? linesOf(text) : ['']).map(
        (line) =>
          new w.Paragraph({
            alignment: isHead ? w.AlignmentType.CENTER : w.AlignmentType.LEFT,
            spacing: exactly(w, 18),
            children: [
              new w.TextRun({
                text: line,
                size: halves(SHEET.table),
                characterSpacing: 0,
                font: font(isHead ? FONTS[1] : FONTS.page),
              }),
            ],
          }),
      ),
    });
  return new w.Table({
    width: { size: twips(SHEET.width), type: w.WidthType.DXA },
    columnWidths: widths,
    layout: w.TableLayoutType.FIXED,
    rows: [
      new w.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, at) => cell(text, at, true)),
      }),
      ...rows.map(
        (row) =>
          new w.TableRow({
            cantSplit: true,
            ...(rowHeight ? { height: { value: twips(rowHeight), rule: w.HeightRule.ATLEAST } } : {}),
            children: row.map((text, at) => cell(text, at, false)),
          }),
      ),
    ],
  });
}
