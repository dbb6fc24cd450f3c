import { layPdf, type PdfContent } from '../pdf-layout.ts';
import { headingCounter, pageText } from './numbering.ts';
import { type Block, linesOf, type OfficialPaper, oneLine, SHEET } from './paper.ts';

type Node = Record<string, unknown>;

/** Of Noto Sans SC: what its lines are high at a line height of 1, in parts of its size. */
const NATURAL = 1.448;
const lines = (points: number, size: number) => points / (size * NATURAL);
const indent = 2 * SHEET.body;
/** A table of more rows may be parted from the signature below it. */
const ROWS_KEPT = 4;
/** A paragraph of more characters may be parted from its heading or signature by a page's end. */
const KEPT_WITH_HEADING = 28 * 8;

/** An official paper as PDF: the look of GB/T 9704 in the free font there is, headings and tables not torn apart. */
export function officialPdf(paper: OfficialPaper): Promise<Buffer> {
  const { left, top, right, bottom } = SHEET.margins;
  return layPdf({
    pageMargins: [left, top, right, bottom],
    info: { title: oneLine(paper.title.join('')) },
    defaultStyle: {
      fontSize: SHEET.body,
      lineHeight: lines(SHEET.line, SHEET.body),
      characterSpacing: SHEET.spacing,
    },
    ...(paper.draft ? { watermark: { text: paper.draft, color: '#777777', opacity: 0.16, bold: true } } : {}),
    // The number of an odd page stands at the right, of an even one at the left, a character in.
    footer: (page: number) => ({
      text: pageText(page),
      fontSize: SHEET.page,
      characterSpacing: 0,
      alignment: page % 2 === 1 ? 'right' : 'left',
      margin: [left + SHEET.page, 14, right + SHEET.page, 0],
    }),
    content: content(paper) as never,
  } as PdfContent);
}

function content(paper: OfficialPaper): Node[] {
  const nodes: Node[] = [];
  if (paper.mark) nodes.push({ text: oneLine(paper.mark), fontSize: SHEET.page, margin: [0, 0, 0, 10] });
  nodes.push(titleNode(paper.title, false));
  if (paper.number)
    nodes.push({ text: oneLine(paper.number), alignment: 'center', margin: [0, 0, 0, SHEET.line / 2] });
  const counter = headingCounter();
  const made = paper.blocks.map((block) => ({ block, nodes: nodesOf(block, counter) }));
  for (let at = 0; at < made.length; ) {
    const together = keptTogether(paper.blocks, at);
    const kept = made.slice(at, at + together).flatMap((one) => one.nodes);
    nodes.push(...(together > 1 ? [{ stack: kept, unbreakable: true }] : kept));
    at += together;
  }
  return nodes;
}

/**
 * How many blocks from one on stay on one page: headings with the short paragraph after them, and a short paragraph
 * with the signature below it, which never stands on a page without text.
 *
 * @source GB/T 9704-2012 7.3.5
 */
function keptTogether(blocks: readonly Block[], at: number): number {
  let end = at;
  const first = blocks[at];
  if (first?.kind === 'table' && first.rows.length <= ROWS_KEPT && blocks[at + 1]?.kind === 'signature')
    return 2;
  while (blocks[end]?.kind === 'heading') end++;
  const next = blocks[end];
  if (next?.kind === 'text' && next.text.length <= KEPT_WITH_HEADING) {
    if (blocks[end + 1]?.kind === 'signature') return end + 2 - at;
    if (end > at) return end + 1 - at;
  }
  return Math.max(1, end - at);
}

function titleNode(title: readonly string[], isNewSheet: boolean): Node {
  return {
    stack: title.map((line) => ({
      text: oneLine(line),
      bold: true,
      fontSize: SHEET.title,
      characterSpacing: 0,
      alignment: 'center',
      lineHeight: lines(36, SHEET.title),
    })),
    margin: [0, 0, 0, SHEET.line / 2],
    ...(isNewSheet ? { pageBreak: 'before' } : {}),
  };
}

function nodesOf(block: Block, counter: ReturnType<typeof headingCounter>): Node[] {
  switch (block.kind) {
    case 'heading':
      return [
        {
          text: `${counter.next(block.level)}${oneLine(block.text)}`,
          leadingIndent: indent,
          bold: block.level < 3,
        },
      ];
    case 'text':
      return paragraphs(block.lead, block.text);
    case 'address':
      return [{ text: oneLine(block.text) }];
    case 'labelled':
      return [labelled(block.label, block.text)];
    case 'table':
      return [tableNode(block)];
    case 'signature':
      return [
        {
          stack: block.lines.map((line) => ({ text: oneLine(line), alignment: 'right' })),
          margin: [0, SHEET.line, 2 * SHEET.body, SHEET.line / 2],
          unbreakable: true,
        },
      ];
    case 'note':
      return linesOf(block.text).map((text) => ({
        text,
        fontSize: SHEET.table,
        lineHeight: lines(20, SHEET.table),
        characterSpacing: 0,
      }));
    case 'sheet':
      counter.startAgain();
      return [titleNode(block.title, true)];
  }
}

function paragraphs(lead: string | undefined, text: string): Node[] {
  return linesOf(text).map((line, at) => ({
    text: at === 0 && lead ? [{ text: oneLine(lead), bold: true }, line] : line,
    leadingIndent: indent,
    alignment: 'justify',
  }));
}

/** As wide as the label is, in characters; Latin letters are narrower and get room to spare. */
function labelled(label: string, text: string): Node {
  return {
    columns: [
      { text: oneLine(label), bold: true, width: [...label].length * SHEET.body + 2 },
      { text: oneLine(text), width: '*' },
    ],
    margin: [indent, 0, 0, 0],
  };
}

function tableNode({ head, shares, rows, rowHeight }: Extract<Block, { kind: 'table' }>): Node {
  const all = shares.reduce((sum, share) => sum + share, 0);
  // Of each column 8 points are padding, of the table its lines.
  const room = SHEET.width - shares.length * 8 - (shares.length + 1) * 0.6;
  const small = { fontSize: SHEET.table, lineHeight: lines(18, SHEET.table), characterSpacing: 0 };
  const cell = (text: string, more: Node = {}) => ({ text: linesOf(text).join('\n'), ...small, ...more });
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: shares.map((share) => (room * share) / all),
      heights: (row: number) => (row > 0 && rowHeight ? rowHeight : 'auto'),
      body: [
        head.map((text) => cell(text, { bold: true, alignment: 'center' })),
        ...rows.map((row) => row.map((text) => cell(text))),
      ],
    },
    layout: {
      hLineWidth: () => 0.6,
      vLineWidth: () => 0.6,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
    margin: [0, 6, 0, 10],
  };
}
