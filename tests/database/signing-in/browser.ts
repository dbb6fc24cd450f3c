import { type ActionFunction, type LoaderFunction, RouterContextProvider } from 'react-router';
import { readCookies, SESSION_COOKIE } from '#platform/http/cookies.ts';
import { jsonLog } from '#platform/http/log.ts';
import type { Services } from '#platform/http/services.ts';
import { openPage, translators } from '#web/http/open-page.ts';
import { MarkingPage } from '#web/http/page-marks.ts';
import { neighborhoodsOf } from '#web/neighborhoods.ts';
import { type PageNeighborhood, pageContext } from '#web/page/page-context.ts';
import { type SignedIn, signedInBy } from '#web/signed-in.ts';
import type { TestDatabase } from '../test-database.ts';

/** What a page's loader or action answered. */
export type Answer = {
  readonly status: number;
  /** Where it leads, when it leads somewhere. */
  readonly to: string | null;
  readonly data: unknown;
  /** Codes of the refusals, when a form was not accepted. */
  readonly refused: readonly string[];
};

/** The program's services on a test database, as in production. */
export function productionServices(t: TestDatabase, more: Partial<Services> = {}): Services {
  const clock = () => t.clock.now;
  return {
    config: { mode: 'serve', publicUrl: 'https://zj.example' },
    database: t.database,
    vault: t.vault,
    sms: { kind: 'off' },
    clock,
    log: jsonLog(() => undefined, clock),
    migrationsCurrent: async () => true,
    ...more,
  };
}

/** A neighborhood as pages know it. */
export function placeOfTest(id: string, more: Partial<PageNeighborhood> = {}): PageNeighborhood {
  return {
    id,
    code: 'NB',
    slug: 'test',
    nameZh: '测试居民区',
    nameEn: 'Test',
    isDemo: false,
    isNowhere: false,
    dutyPhones: [],
    address: 'https://zj.example',
    hasSiblings: false,
    ...more,
  };
}

/** A visitor with cookies who calls the loaders and actions of pages, without the pages. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #services: Services;
  neighborhood: PageNeighborhood;
  address = '203.0.113.9';
  userAgent = 'Mozilla/5.0 (X11; Linux)';

  constructor(services: Services, neighborhood: PageNeighborhood) {
    this.#services = services;
    this.neighborhood = neighborhood;
  }

  get session(): string | null {
    return this.cookies.get(SESSION_COOKIE) ?? null;
  }

  /** Who this browser is, as every page finds out. */
  async whoAmI(): Promise<SignedIn | null> {
    return this.session ? signedInBy(this.#services, this.session, this.neighborhood.id) : null;
  }

  get(loader: LoaderFunction, path: string, params: Record<string, string> = {}): Promise<Answer> {
    return this.#call(loader, new Request(`https://zj.example${path}`, this.#headers()), params);
  }

  post(
    action: ActionFunction,
    path: string,
    form: Record<string, string>,
    params: Record<string, string> = {},
  ): Promise<Answer> {
    const request = new Request(`https://zj.example${path}`, {
      ...this.#headers(),
      method: 'POST',
      body: new URLSearchParams(form),
    });
    return this.#call(action, request, params);
  }

  #headers(): { headers: Record<string, string> } {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { headers: { cookie, 'user-agent': this.userAgent } };
  }

  async #call(
    fn: LoaderFunction | ActionFunction,
    request: Request,
    params: Record<string, string>,
  ): Promise<Answer> {
    const url = new URL(request.url);
    const visit = {
      request,
      url,
      requestId: 'test',
      cookies: readCookies(request.headers.get('cookie')),
      clientAddress: this.address,
    };
    const page = openPage({
      services: this.#services,
      places: neighborhoodsOf(this.#services),
      visit,
      neighborhood: this.neighborhood,
      signedIn: await this.whoAmI(),
      marks: new MarkingPage(),
      t: translators(this.#services, false),
      islands: {},
    });
    const context = new RouterContextProvider(new Map([[pageContext, page]]));
    const given = { request, context, params, pattern: url.pathname, url };
    let answer: unknown;
    try {
      answer = await (fn as (args: unknown) => unknown)(given);
    } catch (thrown) {
      if (thrown instanceof Error) throw thrown;
      answer = thrown;
    }
    return this.#read(answer);
  }

  #read(answer: unknown): Answer {
    if (answer instanceof Response) {
      this.#keep(answer.headers);
      return { status: answer.status, to: answer.headers.get('location'), data: null, refused: [] };
    }
    const wrapped = answer as { data?: unknown; init?: ResponseInit | null; type?: string } | null;
    const isWrapped = wrapped?.type === 'DataWithResponseInit';
    const data = isWrapped ? wrapped.data : answer;
    if (isWrapped) this.#keep(new Headers(wrapped.init?.headers));
    const refusals = (data as { refusals?: { code: string }[] } | null)?.refusals ?? [];
    return {
      status: (isWrapped ? wrapped.init?.status : undefined) ?? 200,
      to: null,
      data,
      refused: refusals.map(({ code }) => code),
    };
  }

  #keep(headers: Headers): void {
    for (const cookie of headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]!.split('=');
      if (/Max-Age=0/.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
