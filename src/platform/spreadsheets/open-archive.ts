import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { type SheetLimits, Unreadable } from './limits.ts';

/** The parts of an .xlsx, each read as a stream of text. */
export type Archive = {
  has(path: string): boolean;
  /** Text of a part in pieces; nothing when there is no such part. */
  read(path: string): AsyncIterable<string>;
  close(): void;
};

const LARGE = 10 * 1024 * 1024;

/**
 * Opens an .xlsx that lies in memory and looks at its list of parts before anything is unpacked.
 *
 * @throws Unreadable `broken`, `password`, `macros`, `not-a-spreadsheet`, `bomb`.
 */
export async function openArchive(bytes: Buffer, limits: SheetLimits): Promise<Archive> {
  const zip = await openZip(bytes);
  try {
    const entries = await entriesOf(zip, limits);
    checkContent(entries);
    return {
      has: (path) => entries.has(path),
      read: (path) => textOf(zip, entries.get(path)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(bytes: Buffer): Promise<ZipFile> {
  const { fromBuffer } = await import('yauzl');
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true, decodeStrings: true };
    fromBuffer(bytes, options, (error, zip) => (error ? reject(new Unreadable('broken')) : resolve(zip)));
  });
}

/** The list of parts. Names that lead out of the archive are refused by the reader of the list itself. */
function entriesOf(zip: ZipFile, limits: SheetLimits): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  return new Promise((resolve, reject) => {
    if (zip.entryCount > limits.entries) return reject(new Unreadable('bomb'));
    zip.on('error', () => reject(new Unreadable('broken')));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      const { uncompressedSize, compressedSize, fileName } = entry;
      unpacked += uncompressedSize;
      const swells = uncompressedSize > LARGE && uncompressedSize > compressedSize * limits.ratio;
      if (unpacked > limits.unpackedBytes || swells) return reject(new Unreadable('bomb'));
      if (entry.isEncrypted()) return reject(new Unreadable('password'));
      if (entries.has(fileName)) return reject(new Unreadable('broken'));
      entries.set(fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

function checkContent(entries: ReadonlyMap<string, Entry>): void {
  const names = [...entries.keys()];
  if (names.some((name) => /vbaProject|\/macrosheets\//i.test(name))) throw new Unreadable('macros');
  if (!entries.has('xl/workbook.xml')) throw new Unreadable('not-a-spreadsheet');
}

/** The part as text. A part that is longer than the list says is cut off with an error by the zip reader. */
async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) return;
  try {
    const stream = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    stream.setEncoding('utf8');
    yield* stream as AsyncIterable<string>;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('broken');
  }
}
