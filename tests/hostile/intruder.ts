import { personId } from '#demo/neighborhood/roster.ts';

/** What came back of one request. */
export type Answer = {
  readonly status: number;
  readonly location: string | null;
  readonly type: string;
  readonly text: string;
};

/** Somebody who sends whatever they like, with a session of the demo or without one. */
export class Intruder {
  readonly #address: string;
  readonly #who: Parameters<typeof personId>[0] | null;
  #cookie = '';

  constructor(address: string, who: Parameters<typeof personId>[0] | null) {
    this.#address = address;
    this.#who = who;
  }

  /** Signs in (again) from the page of the demo's cast. */
  async signIn(): Promise<void> {
    if (this.#who === null) return;
    const body = new URLSearchParams({ person: personId(this.#who) });
    const answer = await fetch(`${this.#address}/cast`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (answer.status !== 303 || cookies.length === 0) throw new Error(`cannot sign in: ${answer.status}`);
    this.#cookie = cookies.join('; ');
  }

  async send(path: string, init: RequestInit & { readonly duplex?: 'half' } = {}): Promise<Answer> {
    const answer = await fetch(`${this.#address}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { 'sec-fetch-site': 'same-origin', cookie: this.#cookie, ...init.headers },
    });
    const type = answer.headers.get('content-type') ?? '';
    const text = /html|json|text/.test(type) ? await answer.text() : '';
    if (text === '') await answer.arrayBuffer().catch(() => undefined);
    return { status: answer.status, location: answer.headers.get('location'), type, text };
  }
}
