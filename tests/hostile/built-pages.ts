import type { Actor } from '#kernel/actor.ts';
import { accountForPhone } from '#platform/auth/accounts.ts';
import { startSession } from '#platform/auth/sessions.ts';
import { jsonLog } from '#platform/http/log.ts';
import type { Services } from '#platform/http/services.ts';
import type { TestDatabase } from '../database/test-database.ts';

type Http = {
  readonly fetch: (request: Request, env: object) => Response | Promise<Response>;
};

/** An answer of the program without what differs from request to request. */
export type Plain = { readonly status: number; readonly location: string; readonly body: string };

const HOST = 'http://zj.example';

/** The built program in this process, on a database whose rows the test knows. */
export class BuiltPages {
  readonly #http: Http;
  readonly #t: TestDatabase;
  /** What the program wrote to its log: nothing, when nothing broke. */
  readonly complaints: string[];

  private constructor(http: Http, t: TestDatabase, complaints: string[]) {
    this.#http = http;
    this.#t = t;
    this.complaints = complaints;
  }

  static async open(t: TestDatabase): Promise<BuiltPages> {
    const complaints: string[] = [];
    const clock = () => t.clock.now;
    const services: Services = {
      // As in the demo, nobody needs a second factor here: this is not what is tried.
      config: { mode: 'demo', publicUrl: HOST },
      database: t.database,
      vault: t.vault,
      sms: { kind: 'off' },
      clock,
      log: jsonLog((line) => complaints.push(line), clock),
      migrationsCurrent: async () => true,
    };
    const built = new URL('../../build/server/index.js', import.meta.url).href;
    const { createHttpApp } = (await import(built)) as { createHttpApp: (services: Services) => Http };
    return new BuiltPages(createHttpApp(services), t, complaints);
  }

  /** A session of somebody in their post. */
  async signIn(actor: Actor): Promise<string> {
    const { neighborhoodId, personId, post } = actor;
    if (!personId) throw new Error('nobody to sign in');
    const accountId = await accountForPhone(
      this.#t.database,
      { index: personId, neighborhoodId, personId },
      this.#t.clock.now,
    );
    const session = { accountId, personId, neighborhoodId, actingPostId: post?.postId ?? null, device: '' };
    return startSession(this.#t.database, session, post ? 'staff' : 'resident', this.#t.clock.now);
  }

  /** Asks, or sends an empty form; `told` is what the request names and the answer may echo. */
  async ask(token: string, place: string, path: string, method: string, told: string): Promise<Plain> {
    const request = new Request(`${HOST}${path}`, {
      method,
      headers: {
        cookie: `xs_session=${token}; xs_place=${place}`,
        'sec-fetch-site': 'same-origin',
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST' ? { body: 'do=x&reason=y&version=1' } : {}),
    });
    const answer = await this.#http.fetch(request, {
      incoming: { socket: { remoteAddress: '127.0.0.1' } },
    });
    const plain = (text: string) => plainText(text, told);
    return {
      status: answer.status,
      location: plain(answer.headers.get('location') ?? ''),
      body: plain(await answer.text()),
    };
  }
}

/** Takes out the name asked for, nonces, request keys, ids, and the number to give when asking for help. */
function plainText(text: string, told: string): string {
  return text
    .replaceAll(told, 'TOLD')
    .replaceAll(encodeURIComponent(told), 'TOLD')
    .replace(/nonce="[^"]*"/g, '')
    .replace(/name="requestKey" value="[^"]*"|value="[^"]*" name="requestKey"/g, '')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/：[0-9a-f]{8}-[0-9a-f]{4}</g, '<');
}
