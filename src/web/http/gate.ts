import { SESSION_COOKIE } from '#platform/http/cookies.ts';
import { type Limit, PageLimit, takeHit } from '#platform/http/rate-limit.ts';
import type { Services } from '#platform/http/services.ts';
import type { Visit } from './open-page.ts';
import { bodyLimit, comesFromHere, isReading } from './security.ts';

/** Generous, because a whole stairwell may come from one address of the mobile network. */
export const PAGES_PER_ADDRESS: Limit = { name: 'pages', hits: 1_200, seconds: 60 };
export const FORMS_PER_ADDRESS: Limit = { name: 'forms', hits: 120, seconds: 60 };
export const FORMS_PER_SESSION: Limit = { name: 'session-forms', hits: 60, seconds: 60 };

/** The request to go on with, or the status it is turned away with. */
export type Gate = (visit: Visit) => Promise<Request | 400 | 403 | 404 | 413 | 429>;

const LOOPBACK = /^(127\.|::1$)/;

/**
 * Turns away what no page should have to deal with: too many requests, forms from other sites, bodies that
 * are too large. This machine itself is not limited; a proxy names its visitors in X-Forwarded-For.
 */
export function gate({ database, vault, clock, config, log }: Services): Gate {
  const failed = (error: unknown) => log.error('rate-limit-failed', error);
  const pages = new PageLimit(database, PAGES_PER_ADDRESS, failed);
  const publicHost = URL.parse(config.publicUrl)?.host ?? '';
  const subjectOf = (text: string) => vault.index('rate-limit', text).slice(0, 22);
  const formsAllowed = async ({ clientAddress, cookies }: Visit, now: Date) => {
    if (LOOPBACK.test(clientAddress)) return true;
    const token = cookies.get(SESSION_COOKIE);
    if (token && !(await takeHit(database, FORMS_PER_SESSION, subjectOf(token), now))) return false;
    return takeHit(database, FORMS_PER_ADDRESS, subjectOf(clientAddress), now);
  };
  return async (visit) => {
    const { request, url, clientAddress } = visit;
    const now = clock();
    // React Router's data requests; no page of ours makes them.
    if (url.pathname.endsWith('.data')) return 404;
    // No text of ours holds a NUL, and the database takes none.
    if (/%00/.test(url.pathname + url.search)) return 404;
    if (!LOOPBACK.test(clientAddress) && !pages.take(subjectOf(clientAddress), now)) return 429;
    if (isReading(request.method)) return request;
    if (!comesFromHere(request.headers, new Set([url.host, publicHost]))) return 403;
    if (!isForm(request)) return 400;
    if (!(await formsAllowed(visit, now))) return 429;
    return withinLimit(request);
  };
}

/** Whether a request is a form as browsers send it; nothing else is taken here. */
function isForm({ method, headers, body }: Request): boolean {
  if (method !== 'POST' || body === null) return false;
  const type = headers.get('content-type') ?? '';
  return (
    /^application\/x-www-form-urlencoded\b/i.test(type) || /^multipart\/form-data;.*\bboundary=\S/i.test(type)
  );
}

/** The request, read into memory where it does not say how long it is; 413 when it is too long. */
async function withinLimit(request: Request): Promise<Request | 413> {
  const limit = bodyLimit(request.headers.get('content-type'));
  const said = request.headers.get('content-length');
  if (said !== null) return Number(said) <= limit ? request : 413;
  if (!request.body) return request;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.byteLength;
    if (length > limit) return 413;
    parts.push(part);
  }
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: Buffer.concat(parts),
  });
}
