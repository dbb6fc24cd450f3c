import { readCookies, writeCookie } from '#platform/http/cookies.ts';
import type { Page } from '#web/page/page-context.ts';

/** Small things the browser carries from one step to the next; it can neither read nor change them. */
export const STEP_COOKIES = {
  /** Which phone a code was sent to: between the two steps of signing in by phone. */
  phone: { name: 'xs_pending', seconds: 600 },
  /** Who gave the right password: between the two steps of signing in by name. */
  second: { name: 'xs_second', seconds: 600 },
  /** Recovery codes just made, to be shown and printed. */
  codes: { name: 'xs_codes', seconds: 600 },
  /** An invitation's link just made, to be shown and printed. */
  link: { name: 'xs_link', seconds: 600 },
  /** That the right set-up code was given; there may be no neighborhood yet. */
  setup: { name: 'xs_setup', seconds: 3600, anywhere: true },
  /** The neighborhood just set up and its first keeper's link. */
  done: { name: 'xs_done', seconds: 600, anywhere: true },
  /** Who somebody is at an identity provider, until their invitation is accepted. */
  identity: { name: 'xs_identity', seconds: 1800 },
  /** What was sent to an identity provider, until the visitor comes back from there. */
  flow: { name: 'xs_flow', seconds: 600 },
} as const;
export type StepCookie = keyof typeof STEP_COOKIES;

/** Where a step holds: in the neighborhood it was made in, unless it is about the installation. */
function placeOf(page: Page, step: StepCookie): string {
  return 'anywhere' in STEP_COOKIES[step] ? '' : page.neighborhood.id;
}

/** Browsers keep no more than about 4000 characters of a cookie, and ours are read up to this. */
const LONGEST = 1900;

/**
 * The `Set-Cookie` that hands a value to the next step.
 *
 * @throws when the value is too long to be kept.
 */
export function writeStep(page: Page, step: StepCookie, value: unknown): string {
  const { name, seconds } = STEP_COOKIES[step];
  const until = Math.floor(page.now.getTime() / 1000) + seconds;
  const sealed = page.services.vault.encrypt(JSON.stringify([step, placeOf(page, step), until, value]));
  if (sealed.length > LONGEST) throw new Error(`the cookie ${name} is too long`);
  return writeCookie(name, sealed, seconds, page.services.config.publicUrl);
}

/** The `Set-Cookie` that takes it away. */
export function clearStep(page: Page, step: StepCookie): string {
  return writeCookie(STEP_COOKIES[step].name, '', 0, page.services.config.publicUrl);
}

/** What the step before handed on; null when there is nothing, it is over, or it was not made here for this. */
export function readStep<T>(page: Page, request: Request, step: StepCookie): T | null {
  const sealed = readCookies(request.headers.get('cookie')).get(STEP_COOKIES[step].name);
  if (!sealed) return null;
  try {
    const [kind, place, until, value] = JSON.parse(page.services.vault.decrypt(sealed));
    if (kind !== step || place !== placeOf(page, step)) return null;
    return until * 1000 > page.now.getTime() ? (value as T) : null;
  } catch {
    return null;
  }
}
