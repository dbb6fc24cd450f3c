import { Unreadable } from './limits.ts';

/** What a file is by its content; its name says nothing. */
export type FileKind = 'XLSX' | 'TEXT';

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * Tells a workbook from a text, and refuses what is neither.
 *
 * @throws Unreadable `empty-file`, `password`, `old-format`, `not-a-spreadsheet`.
 */
export function fileKind(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw new Unreadable('empty-file');
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 'XLSX';
  if (bytes.subarray(0, 8).equals(OLE)) throw oldFile(bytes);
  if (isOtherText(bytes) || !isText(bytes)) throw new Unreadable('not-a-spreadsheet');
  return 'TEXT';
}

/** An OLE container: a workbook under a password, a workbook of before 2007, or something else altogether. */
function oldFile(bytes: Buffer): Unreadable {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage')) return new Unreadable('password');
  return new Unreadable(holds('Workbook') || holds('Book') ? 'old-format' : 'not-a-spreadsheet');
}

/** Web pages called .xls, documents, programs' texts. */
function isOtherText(bytes: Buffer): boolean {
  const head = bytes
    .subarray(0, 512)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return /^(%PDF|\{\\rtf|<!doctype|<html|<table|<\?xml|<svg|GIF8)/i.test(head);
}

/** No text holds a byte 0, unless it is UTF-16 and says so. */
function isText(bytes: Buffer): boolean {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return utf16 || !bytes.subarray(0, 1024 * 1024).includes(0);
}
