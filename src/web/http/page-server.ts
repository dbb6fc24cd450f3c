import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createRequestHandler,
  RouterContextProvider as Provider,
  type RouterContextProvider,
  type ServerBuild,
} from 'react-router';
import { readCookies, SESSION_COOKIE } from '#platform/http/cookies.ts';
import type { Services } from '#platform/http/services.ts';
import { ISLANDS_FILE } from '../islands/build-islands.ts';
import { type FindingNeighborhoods, NOWHERE, neighborhoodsOf, PLACE_COOKIE } from '../neighborhoods.ts';
import { pageContext } from '../page/page-context.ts';
import { type KeptAnswer, mayBeKept, mayUseCache, PageCache } from '../page-cache.ts';
import { signedInBy } from '../signed-in.ts';
import { finish, keptAnswer, sendKept } from './answering.ts';
import { gate } from './gate.ts';
import { lastResort } from './last-resort.ts';
import { elderOf, localeOf, openPage, translators, type Visit } from './open-page.ts';
import { MarkingPage } from './page-marks.ts';
import { clientAddress } from './security.ts';

/** Answers every request that is not for a file. */
export type PageServer = (request: Request, socketAddress: string | undefined) => Promise<Response>;

type Handler = (request: Request, context: RouterContextProvider) => Promise<Response>;

/** The path of the page that tells about a failure; nobody needs to know it. */
export const FAILURE_PATH = '/sorry';

/** Mounts React Router behind the gate (limits, CSRF), the page cache and the error pages. */
export function pageServer(services: Services, build: ServerBuild, clientFolder: string): PageServer {
  // The gate checks where forms come from, before any form is read.
  const handler: Handler = createRequestHandler({ ...build, allowedActionOrigins: ['**'] }, 'production');
  const shop: Workshop = {
    services,
    handler,
    places: neighborhoodsOf(services),
    t: translators(services, services.strictWords ?? false),
    islands: JSON.parse(readFileSync(join(clientFolder, ISLANDS_FILE), 'utf8')),
  };
  const cache = new PageCache();
  services.database.onPublicChange(() => cache.clear());
  const guard = gate(services);
  return async (request, socketAddress) => {
    const visit = visitOf(request, socketAddress);
    try {
      const turnedAway = await guard(visit);
      if (typeof turnedAway === 'number')
        return turnAway(await failurePage(shop, visit, turnedAway), request);
      const admitted = { ...visit, request: turnedAway };
      if (!mayUseCache(request, visit.cookies)) return await servePage(shop, admitted);
      return await serveShared(shop, cache, admitted);
    } catch (error) {
      services.log.error('request-failed', error, { requestId: visit.requestId, path: visit.url.pathname });
      return lastResort(500, visit.requestId);
    }
  };
}

type Workshop = {
  readonly services: Services;
  readonly handler: Handler;
  readonly places: FindingNeighborhoods;
  readonly t: ReturnType<typeof translators>;
  readonly islands: Readonly<Record<string, string>>;
};

function visitOf(request: Request, socketAddress: string | undefined): Visit {
  const { headers } = request;
  return {
    request,
    url: new URL(request.url),
    requestId: randomUUID().slice(0, 13),
    cookies: readCookies(headers.get('cookie')),
    clientAddress: clientAddress(socketAddress, headers.get('x-forwarded-for')),
  };
}

async function servePage(shop: Workshop, visit: Visit): Promise<Response> {
  const { answer, marks } = await render(shop, visit);
  return finish(answer, visit, marks.nonce);
}

/** From the cache, or rendered once for all who ask at the same moment; personal pages each for themselves. */
async function serveShared(shop: Workshop, cache: PageCache, visit: Visit): Promise<Response> {
  let own: { answer: Response; marks: MarkingPage } | null = null;
  const key = {
    host: visit.url.host,
    place: visit.cookies.get(PLACE_COOKIE) ?? '',
    path: visit.url.pathname + visit.url.search,
    locale: localeOf(visit.cookies),
    elder: elderOf(visit.cookies),
  };
  const kept = await cache.findOrRender(key, async (): Promise<KeptAnswer | null> => {
    own = await render(shop, visit);
    return mayBeKept(own.answer, own.marks) ? keptAnswer(own.answer) : null;
  });
  if (kept) return sendKept(kept, visit);
  const mine = (own as { answer: Response; marks: MarkingPage } | null) ?? (await render(shop, visit));
  return finish(mine.answer, visit, mine.marks.nonce);
}

async function render(
  shop: Workshop,
  visit: Visit,
  failure?: number,
): Promise<{ answer: Response; marks: MarkingPage }> {
  const { services } = shop;
  const marks = new MarkingPage();
  const found = await shop.places.find(visit.url.host, visit.cookies.get(PLACE_COOKIE) ?? null);
  const elsewhere = found.kind === 'here' ? null : leadTo(found.kind, visit);
  if (elsewhere && !failure) return { answer: elsewhere, marks };
  const neighborhood = found.kind === 'here' ? found.neighborhood : NOWHERE;
  const token = visit.cookies.get(SESSION_COOKIE);
  const signedIn = token ? await signedInBy(services, token, neighborhood.id) : null;
  const { t, islands } = shop;
  const page = openPage({
    services,
    places: shop.places,
    visit,
    neighborhood,
    signedIn,
    marks,
    t,
    islands,
    ...(failure ? { failure } : {}),
  });
  const context = new Provider(new Map([[pageContext, page]]));
  const request = failure ? new Request(new URL(FAILURE_PATH, visit.url)) : visit.request;
  const answer = await shop.handler(request, context);
  if (marks.unreadable && !failure) return render(shop, visit, 400);
  if (answer.status < 500 || failure) return { answer, marks };
  // React Router could not even show its error page.
  const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html');
  return isPage ? { answer, marks } : render(shop, visit, 500);
}

/** Pages that are there without a neighborhood, or name it in their path: calendars send no cookies. */
const NOWHERE_PAGES = /^\/(setup|settings|neighborhoods|n\/|calendar\/)/;

/** Where a visit is led that means no neighborhood; null for the pages that need none. */
function leadTo(kind: 'choose' | 'none' | 'unknown', visit: Visit): Response | null {
  const { pathname, search } = visit.url;
  if (NOWHERE_PAGES.test(pathname)) return null;
  if (kind === 'unknown') return lastResort(404, visit.requestId);
  const back = encodeURIComponent(pathname + search);
  const to = kind === 'none' ? '/setup' : `/neighborhoods?back=${back}`;
  return new Response(null, { status: 303, headers: { location: to } });
}

/** How much of a body that nobody wants is still taken in, so that the answer reaches whoever is sending it. */
const POLITE_BYTES = 2 * 1024 * 1024;

/** Takes in the rest of what was sent; what is longer still is cut off, and the connection with it. */
async function turnAway(answer: Response, request: Request): Promise<Response> {
  if (!request.body || request.bodyUsed || request.body.locked) return answer;
  let taken = 0;
  try {
    for await (const piece of request.body) {
      taken += piece.byteLength;
      if (taken > POLITE_BYTES) break;
    }
  } catch {
    // Whoever sent it is gone, or was cut off by the server; nobody reads the answer.
    taken = POLITE_BYTES + 1;
  }
  if (taken > POLITE_BYTES) answer.headers.set('connection', 'close');
  return answer;
}

async function failurePage(shop: Workshop, visit: Visit, status: number): Promise<Response> {
  const { answer, marks } = await render(shop, visit, status);
  return finish(answer, visit, marks.nonce);
}
