import { SaxesParser } from 'saxes';
import { type SheetLimits, Unreadable } from './limits.ts';
import type { Archive } from './open-archive.ts';

/** What the sheet needs from the other parts of its workbook. */
export type Workbook = {
  readonly sheetPath: string;
  readonly sheetName: string;
  /** Visible sheets besides the one that is read. */
  readonly otherSheets: number;
  readonly texts: readonly string[];
  /** How numbers of a cell style are written, by the style's place. */
  readonly formats: readonly NumberShape[];
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
};

/** `n` digits with zeros before (`0502`), a day, or as it is. */
export type NumberShape = { readonly digits: number } | 'DAY' | 'PLAIN';

type Attributes = Readonly<Record<string, string>>;

export type XmlHandlers = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** An XML reader for one part: names without their prefix, no document type, errors as refusals. */
export function xmlReader({ open, text, close }: XmlHandlers): { write(piece: string): void; end(): void } {
  const parser = new SaxesParser();
  const own = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw new Unreadable('broken');
  });
  parser.on('error', () => {
    throw new Unreadable('broken');
  });
  if (open) parser.on('opentag', (tag) => open(own(tag.name), tag.attributes as Attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(own(tag.name)));
  return { write: (piece) => void parser.write(piece), end: () => void parser.close() };
}

async function readPart(archive: Archive, path: string, handlers: XmlHandlers): Promise<void> {
  if (!archive.has(path)) return;
  const reader = xmlReader(handlers);
  for await (const piece of archive.read(path)) reader.write(piece);
  reader.end();
}

/** Reads what belongs to the first visible sheet. */
export async function readWorkbook(archive: Archive, limits: SheetLimits): Promise<Workbook> {
  const sheets: { name: string; id: string }[] = [];
  let from1904 = false;
  await readPart(archive, 'xl/workbook.xml', {
    open: (name, given) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(given.date1904 ?? '');
      if (name === 'sheet' && (given.state ?? 'visible') === 'visible')
        sheets.push({ name: given.name ?? '', id: given['r:id'] ?? relationId(given) });
    },
  });
  const first = sheets[0];
  if (!first) throw new Unreadable('no-sheet');
  const targets = await targetsOf(archive);
  const sheetPath = targets.get(first.id) ?? 'xl/worksheets/sheet1.xml';
  if (!archive.has(sheetPath)) throw new Unreadable('no-sheet');
  return {
    sheetPath,
    sheetName: first.name,
    otherSheets: sheets.length - 1,
    from1904,
    texts: await readTexts(archive, targets.get('sharedStrings') ?? 'xl/sharedStrings.xml', limits),
    formats: await readFormats(archive),
  };
}

/** The relation's id under whatever prefix the writer chose. */
function relationId(given: Attributes): string {
  return Object.entries(given).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

/** Paths by relation id, and the one of the shared texts under its own name. */
async function targetsOf(archive: Archive): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  await readPart(archive, 'xl/_rels/workbook.xml.rels', {
    open: (name, given) => {
      if (name !== 'Relationship') return;
      const target = given.Target ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      targets.set(given.Id ?? '', path);
      if (given.Type?.endsWith('/sharedStrings')) targets.set('sharedStrings', path);
    },
  });
  return targets;
}

/** Texts that cells point to. Phonetic hints above characters are not part of a text. */
async function readTexts(archive: Archive, path: string, limits: SheetLimits): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let reads = false;
  let inHint = 0;
  await readPart(archive, path, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inHint += 1;
      reads = name === 't' && inHint === 0;
    },
    text: (piece) => {
      if (reads) text += piece;
    },
    close: (name) => {
      if (name === 'rPh') inHint -= 1;
      if (name === 't') reads = false;
      if (name === 'si') texts.push(cut(text, limits));
    },
  });
  return texts;
}

/** A text no longer than a cell may be, with `_x000D_` and the like read as the characters they stand for. */
export function cut(text: string, limits: SheetLimits): string {
  if (text.length > limits.cellCharacters)
    throw new Unreadable('cell-too-long', { n: limits.cellCharacters });
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Number formats of days that have no code of their own in the file (ECMA-376 §18.8.30, and the Chinese ones). */
const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

async function readFormats(archive: Archive): Promise<NumberShape[]> {
  const codes = new Map<number, string>();
  const formats: NumberShape[] = [];
  let inCells = false;
  await readPart(archive, 'xl/styles.xml', {
    open: (name, given) => {
      if (name === 'numFmt') codes.set(Number(given.numFmtId), given.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(shapeOf(Number(given.numFmtId ?? 0), codes));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function shapeOf(id: number, codes: ReadonlyMap<number, string>): NumberShape {
  const code = (codes.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (/^0+$/.test(code)) return { digits: code.length };
  if (DAY_FORMATS.has(id)) return 'DAY';
  return /[yd]/i.test(code) && !/general/i.test(code) ? 'DAY' : 'PLAIN';
}
