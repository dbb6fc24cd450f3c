import { SESSION_COOKIE } from '#platform/http/cookies.ts';
import type { KeptAnswer } from '../page-cache.ts';
import { acceptedEncoding, compress, isCompressible } from './compression.ts';
import type { Visit } from './open-page.ts';
import { bytesOf } from './page-text.ts';
import { contentSecurityPolicy } from './security.ts';

const BODYLESS = new Set([101, 204, 205, 304]);

/** The last step of an answer: request id, content security policy, caching by the browser, compression. */
export async function finish(answer: Response, visit: Visit, nonce: string | null): Promise<Response> {
  const headers = new Headers(answer.headers);
  describe(headers, visit, nonce);
  const bodyless = () => new Response(null, { status: answer.status, headers });
  if (BODYLESS.has(answer.status)) return bodyless();
  const type = headers.get('content-type') ?? '';
  if (headers.has('content-encoding') || !isCompressible(type, Number.MAX_SAFE_INTEGER)) {
    return new Response(answer.body, { status: answer.status, headers });
  }
  const plain = await bytesOf(answer);
  if (plain === null) return bodyless();
  const encoding = isCompressible(type, plain.byteLength)
    ? acceptedEncoding(visit.request.headers.get('accept-encoding'))
    : null;
  const bytes = encoding === null ? plain : await compress(plain, encoding, 'each-time');
  if (encoding) headers.set('content-encoding', encoding);
  headers.set('content-length', String(bytes.byteLength));
  return new Response(new Uint8Array(bytes), { status: answer.status, headers });
}

function describe(headers: Headers, visit: Visit, nonce: string | null): void {
  headers.set('x-request-id', visit.requestId);
  headers.set('content-security-policy', contentSecurityPolicy(nonce));
  headers.append('vary', 'accept-encoding, cookie');
  // What a signed-in person saw must not be shown again by the Back button after signing out.
  const browserMayKeep = visit.cookies.has(SESSION_COOKIE) ? 'no-store' : 'private, no-cache';
  if (!headers.has('cache-control')) headers.set('cache-control', browserMayKeep);
}

/** A page as the cache keeps it. */
export async function keptAnswer(answer: Response): Promise<KeptAnswer> {
  const plain = (await bytesOf(answer)) ?? new Uint8Array();
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    bodies: new Map([['', plain]]),
  };
}

/** Sends a kept page to one more visitor, compressed at most once for each encoding. */
export async function sendKept(kept: KeptAnswer, visit: Visit): Promise<Response> {
  const headers = new Headers(kept.headers);
  describe(headers, visit, null);
  const plain = kept.bodies.get('')!;
  const type = headers.get('content-type') ?? '';
  const encoding = isCompressible(type, plain.byteLength)
    ? acceptedEncoding(visit.request.headers.get('accept-encoding'))
    : null;
  let bytes = kept.bodies.get(encoding ?? '');
  if (!bytes) {
    bytes = new Uint8Array(await compress(plain, encoding!, 'each-time'));
    kept.bodies.set(encoding!, bytes);
  }
  if (encoding) headers.set('content-encoding', encoding);
  headers.set('content-length', String(bytes.byteLength));
  return new Response(bytes as Uint8Array<ArrayBuffer>, { status: kept.status, headers });
}
