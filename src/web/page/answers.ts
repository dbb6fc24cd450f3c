import { data, redirect } from 'react-router';
import type { Refusal } from '#kernel/result.ts';
import type { Page, PageSession } from './page-context.ts';

/** A path of this site to go back to, or the fallback: never another site, never a protocol. */
export function localPath(text: string | null | undefined, fallback: string): string {
  if (!text || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return fallback;
  return text;
}

/** Throw it: the page does not exist, or is not for this visitor to know of. */
export function notFound() {
  return data(null, { status: 404 });
}

/** Throw it: the page exists and this visitor may not use it. */
export function forbidden() {
  return data(null, { status: 403 });
}

/** Where to go after a form did its work (303, so that reloading sends nothing again). */
export function seeOther(path: string, headers?: HeadersInit): Response {
  return redirect(path, headers ? { status: 303, headers } : 303);
}

/** What a form that was not accepted is shown again with. */
export type FormAgain = {
  readonly refusals: readonly Refusal[];
  /** What was typed, by field. */
  readonly values: Readonly<Record<string, string>>;
};

/** The answer of an action that refuses: status 422, the reasons, and what was typed. */
export function formAgain(refusals: Refusal | readonly Refusal[], form: FormData, status = 422) {
  const again: FormAgain = { refusals: [refusals].flat(), values: typedValues(form) };
  return data(again, { status });
}

const SECRET_FIELDS = new Set(['password', 'new-password', 'new-password-again', 'own-password', 'code']);

/** Text fields of a form by name; the last one wins, files and secrets are left out. */
export function typedValues(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === 'string' && !SECRET_FIELDS.has(name)) values[name] = value.replaceAll('\0', '');
  return values;
}

/** A text field of a form, trimmed; empty when it is not there. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
}

/** The session, or a redirect to the sign-in page that leads back here. */
export function requireSession(page: Page): PageSession {
  if (!page.session) throw seeOther(`/login?back=${encodeURIComponent(page.here)}`);
  return page.session;
}
