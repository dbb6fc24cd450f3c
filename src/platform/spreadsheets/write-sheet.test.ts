import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { safeFileName, sheetAnswer } from './sheet-answer.ts';
import { type Cell, type SheetLayout, writeSheet } from './write-sheet.ts';

const layout: SheetLayout = { name: '户', widths: [12, 20], headerRows: 1, decimals: new Set([1]) };

async function written(rows: Iterable<readonly Cell[]>, given: SheetLayout = layout): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeSheet(given, rows)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function readBack(bytes: Buffer): Promise<unknown[][]> {
  const [sheet] = await readExcelFile(bytes);
  return sheet!.data as unknown[][];
}

const xmlOf = (bytes: Buffer) => strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);

describe('a written sheet', () => {
  it('is read back by another program as it was given', async () => {
    const rows = [
      ['室号', '面积'],
      ['0502', 88.4],
      ['王阿姨 & <子> "女"', null],
    ];
    expect(await readBack(await written(rows))).toEqual([
      ['室号', '面积'],
      ['0502', 88.4],
      ['王阿姨 & <子> "女"', null],
    ]);
  });

  it('holds no formula, whatever the texts begin with', async () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t=', ' =', '＝', '=cmd|');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(start, fc.string()), { maxLength: 20 }), async (texts) => {
        const xml = xmlOf(
          await written(
            texts.map(([a, b]) => [a + b]),
            { ...layout, headerRows: 0 },
          ),
        );
        expect(xml).not.toMatch(/<f[ >]/);
        expect([...xml.matchAll(/<c [^>]*>/g)].every(([cell]) => /s="2" t="inlineStr"/.test(cell))).toBe(
          true,
        );
      }),
    );
  });

  it('gives every text back, except what no spreadsheet can hold', async () => {
    const writable = fc
      .string({ unit: 'binary', maxLength: 40 })
      .filter((text) => /\S/.test(text) && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text) && text.trim() === text);
    await fc.assert(
      fc.asyncProperty(fc.array(writable, { minLength: 1, maxLength: 10 }), async (texts) => {
        const xml = xmlOf(await written(texts.map((text) => [text])));
        const cells = [...xml.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, text]) =>
          text!
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&amp;/g, '&')
            .replace(/_x005F_/g, '_'),
        );
        expect(cells).toEqual(texts);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out control characters and half characters, so that the file opens', async () => {
    const bytes = await written([['a\u0000b\u001f\ud800c']], { ...layout, headerRows: 0 });
    expect((await readBack(bytes))[0]).toEqual(['ab\ufffdc']);
  });

  it('is the same file when it is made twice', async () => {
    const rows = [['室号'], ['0502']];
    expect(await written(rows)).toEqual(await written(rows));
  });

  it('names its columns beyond Z', async () => {
    const wide = Array.from({ length: 703 }, (_, at) => at + 1);
    expect(xmlOf(await written([wide]))).toMatch(/r="AAA1"/);
  });
});

describe('the answer that saves a list', () => {
  it('is an attachment nobody keeps, with the real name and a plain one', async () => {
    const answer = sheetAnswer({
      fileName: '业主名册 2026-11-20',
      sheetName: '业主',
      columns: [{ header: '室号', value: (row: { room: string }) => row.room }],
      rows: [{ room: '502' }],
    });
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent('业主名册 2026-11-20.xlsx')}`,
    );
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await readBack(Buffer.from(await answer.arrayBuffer()))).toEqual([['室号'], ['502']]);
  });

  it('has a name without a path, a header or an end that hides its kind', () => {
    expect(safeFileName('../../etc/pass\r\nwd')).toBe('etc passwd');
    expect(safeFileName('a\u202exslx.exe')).toBe('axslx.exe');
    expect(safeFileName('...')).toBe('list');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(safeFileName(name)).not.toMatch(/[/\\:*?"<>|\r\n]|^\.|^$/);
      }),
    );
  });
});
