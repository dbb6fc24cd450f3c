/** An answer ready to be sent again, in the encodings asked for so far. */
export type KeptAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Body by encoding: `br`, `gzip` or `` for plain. */
  readonly bodies: Map<string, Uint8Array>;
};

/** What two requests must have in common to be given the same page. */
export type CacheKey = {
  readonly host: string;
  /** The neighborhood chosen where several share the host. */
  readonly place: string;
  /** Path and query. */
  readonly path: string;
  readonly locale: string;
  readonly elder: boolean;
};

/** Nothing older is ever given out. */
export const MAX_AGE_MS = 9_000;
/** A rendering that began longer ago is waited for by nobody new. */
const JOIN_MS = 3_000;
const MAX_ENTRIES = 400;

/** Whether a request may be answered from the cache at all: a plain reading by somebody unknown. */
export function mayUseCache(
  request: { method: string; headers: Headers },
  cookies: ReadonlyMap<string, string>,
): boolean {
  if (request.method !== 'GET' || request.headers.has('authorization') || request.headers.has('range'))
    return false;
  // Only cookies that are part of the key; any other could make the page somebody's own.
  return [...cookies.keys()].every(
    (name) => name === 'xs_locale' || name === 'xs_elder' || name === 'xs_place',
  );
}

/**
 * Whether an answer may be given to others too. The page must have said so, and nothing about it may be
 * one visitor's: no cookie set, no nonce or request key made, no error.
 */
export function mayBeKept(answer: Response, page: { shared: boolean; personal: boolean }): boolean {
  return (
    page.shared &&
    !page.personal &&
    answer.status === 200 &&
    !answer.headers.has('set-cookie') &&
    (answer.headers.get('content-type') ?? '').startsWith('text/html')
  );
}

type Entry = { readonly readAt: number; readonly answer: KeptAnswer };

/**
 * Pages for people who have not signed in, kept for a few seconds in memory. An entry's age counts from
 * before its data was read, so that no page is staler than {@link MAX_AGE_MS}. Requests for the same page
 * at the same moment wait for one rendering, unless it turns out to be personal.
 */
export class PageCache {
  readonly #entries = new Map<string, Entry>();
  readonly #underWay = new Map<
    string,
    { readonly readAt: number; readonly rendering: Promise<KeptAnswer | null> }
  >();
  readonly #now: () => number;
  /** Renderings that began before this number read what may be gone. */
  #generation = 0;

  /** @param now milliseconds that only go forward. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Forgets every page, those being rendered too: what they read may have been taken back. */
  clear(): void {
    this.#generation += 1;
    this.#entries.clear();
    this.#underWay.clear();
  }

  find(key: CacheKey): KeptAnswer | null {
    const name = nameOf(key);
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (this.#now() - entry.readAt < MAX_AGE_MS) return entry.answer;
    this.#entries.delete(name);
    return null;
  }

  /**
   * The page from the cache, from a rendering under way, or rendered now.
   *
   * @param render gives the answer, or null when it may not be kept; then every waiting request renders
   *   its own.
   * @returns null when the page may not be kept and this request did not render it.
   */
  async findOrRender(key: CacheKey, render: () => Promise<KeptAnswer | null>): Promise<KeptAnswer | null> {
    const found = this.find(key);
    if (found) return found;
    const name = nameOf(key);
    const waiting = this.#underWay.get(name);
    if (waiting && this.#now() - waiting.readAt < JOIN_MS) return waiting.rendering;
    const readAt = this.#now();
    const generation = this.#generation;
    const rendering = render();
    const mine = { readAt, rendering };
    this.#underWay.set(name, mine);
    try {
      const answer = await rendering;
      if (answer && generation === this.#generation) this.#keep(name, { readAt, answer });
      return answer;
    } finally {
      if (this.#underWay.get(name) === mine) this.#underWay.delete(name);
    }
  }

  #keep(name: string, entry: Entry): void {
    const known = this.#entries.get(name);
    if (known && known.readAt > entry.readAt) return;
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    // Oldest first: a Map keeps the order of insertion.
    for (const [old, { readAt }] of this.#entries) {
      if (this.#entries.size <= MAX_ENTRIES && this.#now() - readAt < MAX_AGE_MS) break;
      this.#entries.delete(old);
    }
  }
}

function nameOf({ host, place, path, locale, elder }: CacheKey): string {
  return JSON.stringify([host, place, path, locale, elder]);
}
