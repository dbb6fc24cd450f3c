import { anonymousActor, roleOfPost } from '#kernel/actor.ts';
import { postsHeldBy } from '#modules/registry/facade.server.ts';
import { accountStamp } from '#platform/auth/accounts.ts';
import { needsSecondFactor } from '#platform/auth/second-factor/demand.ts';
import { secondFactorState } from '#platform/auth/second-factor/second-factor.ts';
import { LONGEST_MS } from '#platform/auth/session-rules.ts';
import { startSession } from '#platform/auth/sessions.ts';
import type { Identity } from '#platform/auth/sign-in.ts';
import { readCookies, SESSION_COOKIE, writeCookie } from '#platform/http/cookies.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { localPath, seeOther } from '#web/page/answers.ts';
import type { Page } from '#web/page/page-context.ts';
import { clearStep, readStep, writeStep } from '#web/page/sealed-cookie.ts';

/** Where to go after signing in; longer ones are forgotten, because a cookie carries it. */
const LONGEST_BACK = 300;

/** Somebody who passed the first step, and where they wanted to go. */
export type FirstStep = Identity & { readonly back: string };

/** What the second step needs of the first. */
type HalfWay = FirstStep & {
  /** Secret of the invitation that is used up after the second step; nobody is a person here before. */
  readonly invitation?: string;
  /** Changes when the account's password does: a half-open sign-in ends with it. */
  readonly stamp: string;
};

/**
 * Goes on after the first step: to the second one where the account has a second factor, else in. No
 * session exists before the last step.
 *
 * @param twoSteps the identity provider asked for two steps itself.
 */
export async function afterFirstStep(
  page: Page,
  request: Request,
  who: FirstStep,
  twoSteps = false,
): Promise<Response> {
  const { services } = page;
  const { since } = await secondFactorState(services, who.accountId);
  if (!since || twoSteps) {
    return beginSession(page, request, who, { secondFactorAt: twoSteps ? page.now : null });
  }
  return askSecondStep(page, who);
}

/** Leads to the second step; what was proven so far travels in a sealed cookie. */
export async function askSecondStep(
  page: Page,
  who: FirstStep & { readonly invitation?: string },
): Promise<Response> {
  const stamp = await accountStamp(page.services, who.accountId);
  if (stamp === null) return seeOther('/login');
  const back = who.back.length > LONGEST_BACK ? '' : who.back;
  const { accountId, personId, invitation } = who;
  const half: HalfWay = { accountId, personId, back, stamp, ...(invitation ? { invitation } : {}) };
  const headers = new Headers();
  headers.append('set-cookie', writeStep(page, 'second', half));
  headers.append('set-cookie', clearStep(page, 'phone'));
  return seeOther('/login/second', headers);
}

/** Who passed the first step in this browser and may try the second; null when it is over. */
export async function halfWay(page: Page, request: Request): Promise<HalfWay | null> {
  const half = readStep<HalfWay>(page, request, 'second');
  if (!half) return null;
  return (await accountStamp(page.services, half.accountId)) === half.stamp ? half : null;
}

/**
 * Gives the browser a new session (the one it came with ends) and sends it on: to set up a second factor
 * where the person's posts demand one, else to where it wanted to go, else staff to the desk and residents
 * home.
 *
 * @param secondFactorAt when the second step was given; null when it was not.
 */
export async function beginSession(
  page: Page,
  request: Request,
  who: FirstStep,
  { secondFactorAt }: { readonly secondFactorAt: Date | null },
): Promise<Response> {
  const { services, neighborhood, now, device } = page;
  const held = await services.database.inTransaction(anonymousActor(neighborhood.id), (tx) =>
    postsHeldBy(tx, who.personId, dayOf(now)),
  );
  const actingPostId = held[0]?.postId ?? null;
  const kind = actingPostId ? 'staff' : 'resident';
  const old = readCookies(request.headers.get('cookie')).get(SESSION_COOKIE) ?? null;
  const session = {
    accountId: who.accountId,
    personId: who.personId,
    neighborhoodId: neighborhood.id,
    actingPostId,
    device,
    secondFactorAt,
  };
  const token = await startSession(services.database, session, kind, now, old);
  const { publicUrl } = services.config;
  const headers = new Headers();
  headers.append('set-cookie', writeCookie(SESSION_COOKIE, token, LONGEST_MS[kind] / 1000, publicUrl));
  headers.append('set-cookie', clearStep(page, 'phone'));
  headers.append('set-cookie', clearStep(page, 'second'));
  const back = localPath(who.back, kind === 'staff' ? '/desk' : '/');
  const lacking =
    demandsSecondFactor(page) &&
    secondFactorAt === null &&
    held.some((post) => needsSecondFactor(roleOfPost(post)));
  return seeOther(lacking ? `/account/second-factor?back=${encodeURIComponent(back)}` : back, headers);
}

/** Whether second factors are demanded here: not in the demo, which everybody enters without a password. */
export function demandsSecondFactor({ services }: Pick<Page, 'services'>): boolean {
  return services.config.mode !== 'demo';
}

/** What the second step of signing in by phone needs of the first. */
export type PendingCode = {
  readonly phone: string;
  /** In demo only. */
  readonly shownCode: string | null;
  readonly back: string;
};

export function writePending(page: Page, pending: PendingCode): string {
  return writeStep(page, 'phone', {
    ...pending,
    back: pending.back.length > LONGEST_BACK ? '' : pending.back,
  });
}

/** Null when there is none, or when it was not made by this program. */
export function readPending(page: Page, request: Request): PendingCode | null {
  return readStep<PendingCode>(page, request, 'phone');
}
