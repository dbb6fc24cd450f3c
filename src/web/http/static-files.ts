import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { acceptedEncoding, compress, type Encoding, isCompressible } from './compression.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Built files have their content's hash in their name and never change. */
const FOREVER = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';

/** Answers for the files of the built client; null for every other path. */
export type StaticFiles = (path: string, headers: Headers) => Promise<Response> | null;

/**
 * Serves the files of a folder, which is listed once: a path that is not in the list never touches the
 * disk. Each file is read and compressed at its first request and kept in memory.
 */
export function staticFiles(folder: string): StaticFiles {
  const known = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/');
    if (entry.isFile() && TYPES[extname(path)] && !path.startsWith('/.')) known.add(path);
  }
  const kept = new Map<string, Promise<Buffer>>();
  const read = (path: string, encoding: Encoding): Promise<Buffer> => {
    const key = `${encoding ?? ''} ${path}`;
    let bytes = kept.get(key);
    if (!bytes) {
      bytes =
        encoding === null
          ? readFile(join(folder, path))
          : read(path, null).then((plain) => compress(plain, encoding, 'once'));
      kept.set(key, bytes);
    }
    return bytes;
  };
  return (path, headers) => (known.has(path) ? answer(path, headers, read) : null);
}

async function answer(
  path: string,
  headers: Headers,
  read: (path: string, encoding: Encoding) => Promise<Buffer>,
): Promise<Response> {
  const type = TYPES[extname(path)]!;
  const plain = await read(path, null);
  const wanted = isCompressible(type, plain.byteLength)
    ? acceptedEncoding(headers.get('accept-encoding'))
    : null;
  const bytes = wanted === null ? plain : await read(path, wanted);
  const answered: Record<string, string> = {
    'content-type': type,
    'content-length': String(bytes.byteLength),
    'cache-control': path.startsWith('/assets/') ? FOREVER : AN_HOUR,
    vary: 'accept-encoding',
  };
  if (wanted) answered['content-encoding'] = wanted;
  return new Response(new Uint8Array(bytes), { headers: answered });
}
