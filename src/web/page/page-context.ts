import { createContext, type RouterContextProvider } from 'react-router';
import type { ActingPost, Actor, OrgKind } from '#kernel/actor.ts';
import type { Services } from '#platform/http/services.ts';
import type { Dates } from '#platform/i18n/dates.ts';
import type { Locale, Translate } from '#platform/i18n/translate.ts';

/** A published number that somebody answers. */
export type DutyPhone = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly phone: string;
  readonly kind: OrgKind;
};

/** The neighborhood whose pages these are, found by the host of the address. */
export type PageNeighborhood = {
  readonly id: string;
  readonly code: string;
  /** Names it in addresses: `/n/zijing`. */
  readonly slug: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly isDemo: boolean;
  /** No neighborhood was chosen or set up yet. */
  readonly isNowhere: boolean;
  /** Duty numbers of the property companies and the residents' committee. */
  readonly dutyPhones: readonly DutyPhone[];
  /** Where it is reached from anywhere, without a slash at the end: for links, slips and QR codes. */
  readonly address: string;
  /** Others share its address, so that one may choose. */
  readonly hasSiblings: boolean;
};

/** One neighborhood of the installation and how it is reached. */
export type PlaceEntry = {
  readonly id: string;
  readonly slug: string;
  /** Its own host; null for those who share the installation's address. */
  readonly host: string | null;
  readonly isDefault: boolean;
  readonly isDemo: boolean;
};

/** The neighborhoods of the installation. */
export interface Neighborhoods {
  all(): Promise<readonly PlaceEntry[]>;
  /** A neighborhood as pages know it; null when it is gone. */
  byId(id: string): Promise<PageNeighborhood | null>;
  /** Asks anew the next time, because something was just changed. */
  forget(): void;
}

/** A post the signed-in person may act in today. */
export type OwnPost = ActingPost & {
  /** What the holder is there for; with the organisation's kind it gives the role. */
  readonly duty: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly orgNameZh: string;
  readonly orgNameEn: string;
};

/** Who is signed in. */
export type PageSession = {
  /** Names the session in lists; not the secret token. */
  readonly publicId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** Posts held today that may be acted in; empty for residents. */
  readonly posts: readonly OwnPost[];
  /** Posts held today that wait for a second factor. */
  readonly heldBack: readonly OwnPost[];
  /** When the person last proved who they are. */
  readonly confirmedAt: Date;
  /** Notifications that have rung and are not read. */
  readonly unread: number;
  /** The elder somebody acts for just now, as their proxy; null: for themselves. */
  readonly actingFor: { readonly personId: string; readonly name: string } | null;
};

/** What components may know of the page they are on. */
export type PageView = {
  readonly t: Translate;
  /** Days and moments in words. */
  readonly dates: Dates;
  readonly locale: Locale;
  readonly elder: boolean;
  /** The moment of the request; no page reads a clock. */
  readonly now: Date;
  readonly neighborhood: PageNeighborhood;
  readonly actor: Actor;
  /** Null for somebody who has not signed in. */
  readonly session: PageSession | null;
  readonly requestId: string;
  /** Path and query of this page, for links that come back here. */
  readonly here: string;
  /** Lets the scripts of this page run. Reading it marks the page as one that is never cached. */
  readonly nonce: string;
  /** Whether the demo's cast may be offered: a demo neighborhood of a program started as the demo. */
  readonly hasCast: boolean;
  /** Address of a built island, by name. */
  readonly islandUrl: (name: string) => string;
};

/** What loaders and actions have of the request. */
export type Page = PageView & {
  readonly services: Services;
  /** The neighborhoods of the installation. */
  readonly places: Neighborhoods;
  /** Address of the visitor, for rate limits only. */
  readonly clientAddress: string;
  /** What the browser says it is, shortened; shown in the list of one's own sessions. */
  readonly device: string;
  /** A new key for a form, so that sending it twice does its work once. Marks the page as never cached. */
  readonly newRequestKey: () => string;
  /**
   * Says that everybody who has not signed in sees the same page: it may be kept for at most 10 s and given
   * to others. Call it in the loader of a reading page that shows public things only.
   */
  readonly share: () => void;
  /** Says that the form sent to this page was none; the visitor is told so, and it is no fault of ours. */
  readonly noteUnreadableForm: () => void;
  /** Status of the failure this page is to tell about, when it is the error page. */
  readonly failure: number | null;
};

export const pageContext = createContext<Page>();

/** The page of a request, from the `context` of a loader or action. */
export function pageOf(context: Readonly<RouterContextProvider>): Page {
  return context.get(pageContext);
}
