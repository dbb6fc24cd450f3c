import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | null;

const MIN_BYTES = 1024;
const TEXT = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg\+xml)/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The best encoding a browser takes. */
export function acceptedEncoding(header: string | null): Encoding {
  const takes = (name: string) =>
    (header ?? '').split(',').some((part) => {
      const [coding, weight] = part.trim().split(/\s*;\s*/);
      return coding === name && weight !== 'q=0';
    });
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

/** Whether compressing is worth the work. */
export function isCompressible(contentType: string, bytes: number): boolean {
  return bytes >= MIN_BYTES && TEXT.test(contentType);
}

/** @param effort `once` for files kept for good, `each-time` for pages. */
export function compress(
  bytes: Uint8Array,
  encoding: Exclude<Encoding, null>,
  effort: 'once' | 'each-time',
): Promise<Buffer> {
  if (encoding === 'gzip') return zip(bytes, { level: effort === 'once' ? 9 : 5 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: effort === 'once' ? 11 : 4,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
  };
  return brotli(bytes, { params });
}
