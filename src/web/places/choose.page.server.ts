import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { makeHandover, neighborhoodsOfAccount } from '#platform/auth/neighborhoods/handover.ts';
import { findSession, type Session } from '#platform/auth/sessions.ts';
import { readCookies, SESSION_COOKIE, writeCookie } from '#platform/http/cookies.ts';
import { localPath, notFound, seeOther, textOf } from '#web/page/answers.ts';
import { type Page, type PlaceEntry, pageOf } from '#web/page/page-context.ts';
import { beginSession } from '../account/steps/begin-session.ts';
import { PLACE_COOKIE, sharing } from '../neighborhoods.ts';

/** A neighborhood as it can be chosen. */
export type PlaceChoice = {
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly isHere: boolean;
  /** It has an address of its own: one gets there by a link. */
  readonly isElsewhere: boolean;
};

/** The session of this browser, in whichever neighborhood it is. */
async function sessionOf(page: Page, request: Request): Promise<Session | null> {
  const token = readCookies(request.headers.get('cookie')).get(SESSION_COOKIE);
  return token ? findSession(page.services.database, token, null, page.now) : null;
}

async function choices(page: Page, entries: readonly PlaceEntry[]): Promise<PlaceChoice[]> {
  const shared = sharing(await page.places.all());
  const found = await Promise.all(
    entries.map(async (entry) => {
      const place = await page.places.byId(entry.id);
      if (!place) return [];
      return [
        {
          slug: entry.slug,
          nameZh: place.nameZh,
          nameEn: place.nameEn,
          isHere: entry.id === page.neighborhood.id,
          isElsewhere: !shared.some((one) => one.id === entry.id),
        },
      ];
    }),
  );
  return found.flat();
}

/** Neighborhoods that share this address, for everybody; and one's own, for who has signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const all = await page.places.all();
  const session = await sessionOf(page, request);
  const own = session
    ? await neighborhoodsOfAccount(page.services.database, session.accountId)
    : new Map<string, string>();
  const isOwn = ({ id }: PlaceEntry) => own.has(id);
  return {
    back: localPath(new URL(request.url).searchParams.get('back'), '/'),
    shared: await choices(
      page,
      sharing(all).filter((one) => !isOwn(one)),
    ),
    own: await choices(page, all.filter(isOwn)),
  };
}

/** Goes on in another of one's own neighborhoods without typing again: a new session there, this one ends. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { entry, session, personId } = await wayTo(page, request, textOf(await request.formData(), 'to'));
  const there = sharing(await page.places.all()).some((one) => one.id === entry.id)
    ? await page.places.byId(entry.id)
    : null;
  if (!there) throw notFound();
  const who = { accountId: session.accountId, personId, back: '' };
  const answer = await beginSession({ ...page, neighborhood: there }, request, who, session);
  const { publicUrl } = page.services.config;
  answer.headers.append('set-cookie', writeCookie(PLACE_COOKIE, entry.slug, 365 * 86_400, publicUrl));
  return answer;
}

/** Where somebody wants to go, and that they belong there; otherwise it does not exist. */
async function wayTo(page: Page, request: Request, slug: string) {
  const entry = (await page.places.all()).find((one) => one.slug === slug);
  const session = await sessionOf(page, request);
  if (!session) throw seeOther('/login');
  const own = await neighborhoodsOfAccount(page.services.database, session.accountId);
  const personId = entry && own.get(entry.id);
  if (!entry || !personId) throw notFound();
  return { entry, session, personId };
}

/**
 * `/neighborhoods/go/<slug>`: takes somebody along to a neighborhood with an address of its own. A link and
 * not a form, because a form's answer may not lead to another address (content security policy).
 */
export async function goElsewhere({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { entry, session } = await wayTo(page, request, params.slug ?? '');
  const there = await page.places.byId(entry.id);
  if (!there || entry.host === null) throw notFound();
  const ticket = await makeHandover(page.services.database, session, entry.id, page.now);
  return seeOther(`${there.address}/neighborhoods/arrive?ticket=${ticket}`);
}
