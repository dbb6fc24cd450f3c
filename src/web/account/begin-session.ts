import { anonymousActor } from '#kernel/actor.ts';
import { postsHeldBy } from '#modules/registry/facade.server.ts';
import { LONGEST_MS } from '#platform/auth/session-rules.ts';
import { startSession } from '#platform/auth/sessions.ts';
import type { Identity } from '#platform/auth/sign-in.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { readCookies, SESSION_COOKIE, writeCookie } from '#web/http/cookies.ts';
import { localPath, seeOther } from '#web/page/answers.ts';
import type { Page } from '#web/page/page-context.ts';

/**
 * Gives the browser a new session (the one it came with ends) and sends it on: to where it wanted to go,
 * else staff to the desk and residents home.
 */
export async function beginSession(
  page: Page,
  request: Request,
  who: Identity,
  back: string,
): Promise<Response> {
  const { services, neighborhood, now, device } = page;
  const held = await services.database.inTransaction(anonymousActor(neighborhood.id), (tx) =>
    postsHeldBy(tx, who.personId, dayOf(now)),
  );
  const actingPostId = held[0]?.postId ?? null;
  const kind = actingPostId ? 'staff' : 'resident';
  const old = readCookies(request.headers.get('cookie')).get(SESSION_COOKIE) ?? null;
  const session = { ...who, neighborhoodId: neighborhood.id, actingPostId, device };
  const token = await startSession(services.database, session, kind, now, old);
  const { publicUrl } = services.config;
  const headers = new Headers();
  headers.append('set-cookie', writeCookie(SESSION_COOKIE, token, LONGEST_MS[kind] / 1000, publicUrl));
  headers.append('set-cookie', writeCookie(PENDING_COOKIE, '', 0, publicUrl));
  return seeOther(localPath(back, kind === 'staff' ? '/desk' : '/'), headers);
}

/** Which phone a code was sent to, sealed; between the two steps of signing in by phone. */
export const PENDING_COOKIE = 'xs_pending';
const PENDING_SECONDS = 10 * 60;

/** What the second step of signing in by phone needs of the first. */
export type PendingCode = {
  readonly phone: string;
  /** In demo only. */
  readonly shownCode: string | null;
  readonly back: string;
};

export function writePending(page: Page, pending: PendingCode): string {
  const { vault, config } = page.services;
  return writeCookie(
    PENDING_COOKIE,
    vault.encrypt(JSON.stringify(pending)),
    PENDING_SECONDS,
    config.publicUrl,
  );
}

/** Null when there is none, or when it was not made by this program. */
export function readPending(page: Page, request: Request): PendingCode | null {
  const sealed = readCookies(request.headers.get('cookie')).get(PENDING_COOKIE);
  if (!sealed) return null;
  try {
    return JSON.parse(page.services.vault.decrypt(sealed)) as PendingCode;
  } catch {
    return null;
  }
}
