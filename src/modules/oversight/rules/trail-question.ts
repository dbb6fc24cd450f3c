/** What is asked of the trail, as it stands in the address of the page. Pure. */
import { isUuid } from '#kernel/ids.ts';

/** As typed: names of fields are those of the form. Unknown values count as absent. */
export type TrailQuestion = {
  readonly person: string | null;
  readonly post: string | null;
  readonly org: string | null;
  /** An event kind, `matters.accept`. */
  readonly kind: string | null;
  /** A code people see: `ZJ-2611-0042`, `TZ-2611-003`. */
  readonly code: string | null;
  /** First and last day in Shanghai, both included. */
  readonly from: string | null;
  readonly until: string | null;
  readonly contacts: boolean;
  readonly behalf: boolean;
};

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const KIND = /^[a-z]+\.[a-z0-9-]{1,60}$/;
const CODE = /^[A-Z0-9]{1,8}-[A-Z0-9-]{1,24}$/;

/** Reads the fields of the form from wherever they are. */
export function trailQuestion(get: (name: string) => string | null): TrailQuestion {
  const fitting = (name: string, fits: (text: string) => boolean) => {
    const text = (get(name) ?? '').normalize('NFKC').trim();
    return text !== '' && fits(text) ? text : null;
  };
  const code = (get('code') ?? '').normalize('NFKC').trim().toUpperCase();
  return {
    person: fitting('person', isUuid),
    post: fitting('post', isUuid),
    org: fitting('org', isUuid),
    kind: fitting('kind', (text) => KIND.test(text)),
    // A code that cannot be one is still asked for, so that nothing is found instead of everything.
    code: code === '' ? null : CODE.test(code) ? code : '-',
    from: fitting('from', (text) => DAY.test(text)),
    until: fitting('until', (text) => DAY.test(text)),
    contacts: get('contacts') === '1',
    behalf: get('behalf') === '1',
  };
}

/** The question as the query part of an address, in one fixed order; empty when everything is asked for. */
export function questionText(question: TrailQuestion): string {
  const { contacts, behalf, ...texts } = question;
  const parts = Object.entries(texts).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  if (contacts) parts.push('contacts=1');
  if (behalf) parts.push('behalf=1');
  return parts.join('&');
}

/** Where the next page begins, as text: `2026-11-20T02:00:00.000Z~<id>`. */
export function cursorText(cursor: { readonly at: Date; readonly id: string }): string {
  return `${cursor.at.toISOString()}~${cursor.id}`;
}

/** Reads it back; null when it is none. */
export function readCursor(text: string | null): { at: Date; id: string } | null {
  const [moment = '', id = ''] = (text ?? '').split('~');
  const at = new Date(moment);
  return isUuid(id) && !Number.isNaN(at.getTime()) ? { at, id } : null;
}
