import { anonymousActor } from '#kernel/actor.ts';
import { ELDER_COOKIE, LOCALE_COOKIE } from '#platform/http/cookies.ts';
import type { Services } from '#platform/http/services.ts';
import { makeDates } from '#platform/i18n/dates.ts';
import { isLocale, type Locale, makeTranslate, type Translate } from '#platform/i18n/translate.ts';
import type { Neighborhoods, Page, PageNeighborhood } from '../page/page-context.ts';
import type { SignedIn } from '../signed-in.ts';
import { DICTIONARIES } from '../words.ts';
import type { MarkingPage } from './page-marks.ts';

/** What is known of a request before its page is opened. */
export type Visit = {
  readonly request: Request;
  readonly url: URL;
  readonly requestId: string;
  readonly cookies: ReadonlyMap<string, string>;
  readonly clientAddress: string;
};

/** The language asked for, else the neighborhood's own. */
export function localeOf(cookies: ReadonlyMap<string, string>): Locale {
  const asked = cookies.get(LOCALE_COOKIE);
  return isLocale(asked) ? asked : 'zh-CN';
}

export function elderOf(cookies: ReadonlyMap<string, string>): boolean {
  return cookies.get(ELDER_COOKIE) === '1';
}

/** The translators of both languages. In production a missing sentence is logged; before that it throws. */
export function translators(
  services: Pick<Services, 'log'>,
  strict: boolean,
): Readonly<Record<Locale, Translate>> {
  const tell = (key: string, locale: Locale) => services.log.warn('words-missing', { key, locale });
  const make = (locale: Locale) => makeTranslate(locale, DICTIONARIES, strict ? 'throw' : tell);
  return { 'zh-CN': make('zh-CN'), en: make('en') };
}

type Opened = {
  readonly services: Services;
  readonly places: Neighborhoods;
  readonly visit: Visit;
  readonly neighborhood: PageNeighborhood;
  readonly signedIn: SignedIn | null;
  readonly marks: MarkingPage;
  readonly t: Readonly<Record<Locale, Translate>>;
  readonly islands: Readonly<Record<string, string>>;
  readonly failure?: number;
};

/** Puts together what the loaders, actions and components of one request know. */
export function openPage({
  services,
  places,
  visit,
  neighborhood,
  signedIn,
  marks,
  t,
  islands,
  failure,
}: Opened): Page {
  const locale = localeOf(visit.cookies);
  const now = services.clock();
  return {
    services,
    places,
    neighborhood,
    locale,
    now,
    t: t[locale],
    dates: makeDates(t[locale], now),
    elder: elderOf(visit.cookies),
    actor: signedIn?.actor ?? anonymousActor(neighborhood.id),
    session: signedIn?.session ?? null,
    requestId: visit.requestId,
    here: visit.url.pathname + visit.url.search,
    clientAddress: visit.clientAddress,
    device: deviceOf(visit.request.headers.get('user-agent') ?? ''),
    hasCast: neighborhood.isDemo && services.config.mode === 'demo',
    newRequestKey: marks.newRequestKey,
    share: marks.share,
    noteUnreadableForm: marks.noteUnreadableForm,
    failure: failure ?? null,
    get nonce() {
      return marks.makeNonce();
    },
    islandUrl(name) {
      const url = islands[name];
      if (!url) throw new Error(`No island is called ${name}`);
      return url;
    },
  };
}

const DEVICES: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/iPhone|iPad/, 'iPhone / iPad'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** The kind of device, as precise as its owner needs to recognise it and no more. */
export function deviceOf(userAgent: string): string {
  return DEVICES.filter(([pattern]) => pattern.test(userAgent))
    .slice(0, 2)
    .map(([, name]) => name)
    .join(' · ');
}
