import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { SHEET_LIMITS } from './limits.ts';
import { readSheet } from './read-sheet.ts';
import type { SheetRow } from './sheet-row.ts';
import { oleWith, packed, workbookOf } from './testing/workbooks.ts';
import { writeSheet } from './write-sheet.ts';

async function read(bytes: Uint8Array, limits = SHEET_LIMITS) {
  const rows: SheetRow[] = [];
  const answer = await readSheet(bytes, (some) => void rows.push(...some), limits);
  return { answer, rows, cells: rows.map((row) => row.cells) };
}

async function refused(bytes: Uint8Array, limits = SHEET_LIMITS): Promise<string> {
  const { answer } = await read(bytes, limits);
  if (answer.ok) throw new Error('was read');
  return answer.refusal.code.replace('spreadsheets.', '');
}

const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a workbook', () => {
  it('written by another program is read as it was given', async () => {
    const table = [
      ['小区', '室号', '面积'],
      ['紫荆小区', '0502', 88.4],
      ['紫荆小区', '0601', 96.6],
    ];
    const rows = table.map((row) =>
      row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })),
    );
    const { cells } = await read(await writeExcelFile(rows as never).toBuffer());
    expect(cells).toEqual([
      ['小区', '室号', '面积'],
      ['紫荆小区', '0502', '88.4'],
      ['紫荆小区', '0601', '96.6'],
    ]);
  });

  it('written by this program is read back', async () => {
    const text = fc
      .string({ maxLength: 12 })
      .filter((one) => one.trim() !== '' && !/[\p{Cc}\ufffe\uffff]/u.test(one));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        async (table) => {
          const pieces: Uint8Array[] = [];
          for await (const piece of writeSheet({ name: 'x', widths: [], headerRows: 0 }, table))
            pieces.push(piece);
          expect((await read(Buffer.concat(pieces))).cells).toEqual(table);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('tells days, numbers with zeros in front and phones that Excel took for numbers', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs>';
    const rows =
      '<row r="3"><c r="A3" s="1"><v>502</v></c><c r="B3" s="2"><v>46346</v></c><c r="C3" s="3"><v>46346</v></c><c r="D3"><v>1.3800001234E10</v></c><c r="E3"><v>88.400000000000006</v></c><c r="F3" t="str"><f>A1</f><v>算出来的</v></c></row>';
    const found = await read(workbookOf(rows, { styles }));
    expect(found.rows).toEqual([
      { number: 3, cells: ['0502', '2026-11-20', '2026-11-20', '13800001234', '88.4', '算出来的'] },
    ]);
  });

  it('gives every cell of a merged area the text of the first', async () => {
    const rows = `<row r="1">${cell('A1', '名册')}</row><row r="2">${cell('A2', '3幢')}${cell('B2', '501')}</row><row r="3">${cell('B3', '502')}</row>`;
    const after = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>';
    expect((await read(workbookOf(rows, { after }))).cells).toEqual([
      ['名册', '名册'],
      ['3幢', '501'],
      ['3幢', '502'],
    ]);
  });

  it('is its first visible sheet, and says how many others there are', async () => {
    const sheets =
      '<sheet name="藏" sheetId="1" state="hidden" r:id="rId1"/><sheet name="户" sheetId="2" r:id="rId2"/><sheet name="三" sheetId="3" r:id="rId1"/>';
    const second = `<worksheet xmlns="x"><sheetData><row>${cell('A1', '甲')}</row></sheetData></worksheet>`;
    const found = await read(workbookOf('', { sheets, parts: { 'xl/worksheets/sheet2.xml': second } }));
    expect(found.answer).toEqual({ ok: true, value: { sheetName: '户', otherSheets: 1, rows: 1 } });
  });
});

describe('a text file', () => {
  const table = '小区,室号,业主\n紫荆小区,0502,"王阿姨、李先生"\n';

  it('is read in UTF-8 with and without a mark, in UTF-16 and in the GB18030 that Excel saves', async () => {
    const gbk = Buffer.from('d0a1c7f82cbacb0a', 'hex');
    const expected = [
      ['小区', '室号', '业主'],
      ['紫荆小区', '0502', '王阿姨、李先生'],
    ];
    expect((await read(Buffer.from(table))).cells).toEqual(expected);
    expect((await read(Buffer.from(`\ufeff${table}`))).cells).toEqual(expected);
    expect((await read(Buffer.from(`\ufeff${table}`, 'utf16le'))).cells).toEqual(expected);
    expect((await read(gbk)).cells).toEqual([['小区', '核']]);
  });

  it('may have semicolons or tabs between its cells, and lines of Windows', async () => {
    expect((await read(Buffer.from('a;b\r\n1;2,5\r\n'))).cells).toEqual([
      ['a', 'b'],
      ['1', '2,5'],
    ]);
    expect((await read(Buffer.from('a\tb\n1\t2\n'))).cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps the numbers of its lines where lines are empty', async () => {
    expect((await read(Buffer.from('a,b\n,,\n\n1,2\n'))).rows.map((row) => row.number).at(-1)).toBe(4);
  });
});

describe('a bad file is refused with its own reason:', () => {
  const bomb = (rows: number, limits = SHEET_LIMITS) =>
    refused(workbookOf(Array.from({ length: rows }, (_, at) => `<row r="${at + 1}"/>`).join('')), limits);

  it.each([
    ['empty-file', Buffer.alloc(0)],
    ['not-a-spreadsheet', Buffer.from('%PDF-1.7 x,y')],
    ['not-a-spreadsheet', Buffer.from('<html><table><tr><td>a,b</td></tr></table></html>')],
    ['not-a-spreadsheet', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 0x2c])],
    ['not-a-spreadsheet', Buffer.from('一篇文章，没有表格')],
    ['not-a-spreadsheet', packed({ 'word/document.xml': '<w/>' })],
    ['old-format', oleWith('Workbook')],
    ['password', oleWith('EncryptedPackage')],
    ['not-a-spreadsheet', oleWith('WordDocument')],
    ['macros', workbookOf('', { parts: { 'xl/vbaProject.bin': 'x' } })],
    ['broken', workbookOf('<row r="1"><c r="A1"><v>1</c></row>')],
    ['broken', Buffer.concat([workbookOf('').subarray(0, 300)])],
    ['broken', packed({ '../../etc/passwd': 'x', 'xl/workbook.xml': '<workbook/>' })],
    [
      'broken',
      workbookOf('', {
        parts: { 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook>&b;</workbook>' },
      }),
    ],
    ['no-sheet', workbookOf('', { sheets: '' })],
    ['no-rows', workbookOf('<row r="1"><c r="A1"/></row>')],
    ['too-many-columns', workbookOf(`<row r="1">${cell('CX1', 'x')}</row>`)],
    ['cell-too-long', workbookOf(`<row r="1">${cell('A1', 'x'.repeat(5001))}</row>`)],
    ['broken-text', Buffer.from('a,b\n"1,2\n3,4\n')],
  ])('%s', async (reason, bytes) => {
    expect(await refused(bytes)).toBe(reason);
  });

  it('a million empty rows', async () => {
    expect(await bomb(1_000_000, { ...SHEET_LIMITS, ratio: 10_000 })).toBe('too-many-empty-rows');
  });

  it('more rows than a neighborhood has', async () => {
    expect(await refused(Buffer.from('a,b\n'.repeat(20)), { ...SHEET_LIMITS, rows: 19 })).toBe(
      'too-many-rows',
    );
  });

  it('a bomb of zeros, and one that says it is small', async () => {
    const zeros = workbookOf('', {
      parts: { 'xl/sharedStrings.xml': `<sst>${' '.repeat(60_000_000)}</sst>` },
    });
    expect(await refused(zeros)).toBe('bomb');
    const lying = workbookOf(`<row r="1">${cell('A1', 'x')}</row>${' '.repeat(200_000)}`);
    // The size a part says to have, in the list at the end of the archive (offset 24 of its entry).
    const at = lying.lastIndexOf('xl/worksheets/sheet1.xml') - 46 + 24;
    lying.writeUInt32LE(500, at);
    expect(await refused(lying)).toBe('broken');
  });

  it('too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`a/${at}`, '']));
    expect(await refused(workbookOf('', { parts }))).toBe('bomb');
  });

  it('whatever bytes it is made of, it is refused or read and nothing is thrown', async () => {
    const head = fc.constantFrom('', 'PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', 'a,b\n');
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 300 }), async (start, rest) => {
        const { answer } = await read(Buffer.concat([Buffer.from(start, 'latin1'), rest]));
        expect(typeof answer.ok).toBe('boolean');
      }),
    );
    const whole = workbookOf(`<row r="1">${cell('A1', 'x')}</row>`);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(whole);
        bytes[at] = byte;
        expect(typeof (await read(bytes)).answer.ok).toBe('boolean');
      }),
    );
  });
});
