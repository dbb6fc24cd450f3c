import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { makePdf, pdfAnswer } from './pdf.ts';

it('a document keeps its Chinese text, in bold too, page by page', async () => {
  const bytes = await makePdf({
    content: [
      { text: '紫荆小区 8号门', bold: true },
      '502室 扫码登记',
      { text: '第二页', pageBreak: 'before' },
    ],
  });
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  expect(totalPages).toBe(2);
  expect(text[0]?.replace(/\s/g, '')).toBe('紫荆小区8号门502室扫码登记');
  expect(text[1]?.replace(/\s/g, '')).toBe('第二页');
}, 30_000);

it('a picture from elsewhere is not fetched', async () => {
  await expect(makePdf({ content: [{ image: 'file:///etc/hostname' }] })).rejects.toThrow();
  await expect(makePdf({ content: [{ image: '/etc/hostname' }] })).rejects.toThrow();
}, 30_000);

it('the name of a file cannot break out of its header', () => {
  const name = pdfAnswer(new Uint8Array(), '8号门"\r\nx: y').headers.get('content-disposition');
  expect(name).toMatch(/^inline; filename="[\w.-]+\.pdf"; filename\*=UTF-8''[\w%.-]+$/);
});
