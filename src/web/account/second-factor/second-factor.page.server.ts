import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { roleOfPost } from '#kernel/actor.ts';
import { SECOND_FACTOR_DEMANDS } from '#platform/auth/second-factor/demand.ts';
import {
  confirmSetUp,
  keyToSetUp,
  newRecoveryCodes,
  secondFactorState,
  turnOffSecondFactor,
} from '#platform/auth/second-factor/second-factor.ts';
import { totpAddress } from '#platform/auth/second-factor/totp.ts';
import { endSessions } from '#platform/auth/sessions.ts';
import { qrPicture } from '#platform/documents/qr-code.ts';
import { forbidden, formAgain, localPath, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { requireConfirmed } from '#web/page/confirmed.ts';
import { type Page, type PageSession, pageOf } from '#web/page/page-context.ts';
import { writeStep } from '#web/page/sealed-cookie.ts';
import { signInPlace } from '../login.page.server.ts';
import { beginSession, demandsSecondFactor } from '../steps/begin-session.ts';

/** The posts of a person that demand a second factor, with the reason of each. */
function demandingPosts({ posts, heldBack }: PageSession) {
  return [...posts, ...heldBack].flatMap((post) => {
    const { demanded, reason } = SECOND_FACTOR_DEMANDS[roleOfPost(post)];
    return demanded ? [{ nameZh: post.nameZh, nameEn: post.nameEn, reason }] : [];
  });
}

const place = signInPlace;

/** The key in groups of four letters, to be typed. */
function inGroups(key: string): string {
  return key.match(/.{1,4}/g)?.join(' ') ?? key;
}

async function setUp(page: Page, session: PageSession) {
  const key = await keyToSetUp(place(page), session.accountId, session.publicId);
  const issuer = page.locale === 'en' ? page.neighborhood.nameEn : page.neighborhood.nameZh;
  const label = (page.locale === 'en' && session.nameEn) || session.name || page.t('account.no-name');
  return {
    key: inGroups(key),
    qr: qrPicture(totpAddress(key, { label, issuer: issuer.replace(/:/g, ' ') })),
  };
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const session = requireSession(page);
  const { searchParams } = new URL(request.url);
  const { since, recoveryLeft } = await secondFactorState(page.services, session.accountId);
  const changing = since === null || searchParams.has('change');
  if (changing) requireConfirmed(page, session);
  return {
    since,
    recoveryLeft,
    isDemanded: demandsSecondFactor(page),
    demanding: demandingPosts(session),
    isHeldBack: session.heldBack.length > 0,
    setUp: changing ? await setUp(page, session) : null,
  };
}

/** `way`: confirm the new key · make new recovery codes · take the second factor off. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const session = requireSession(page);
  const form = await request.formData();
  const code = textOf(form, 'code');
  const account = { id: session.accountId, sessionId: session.publicId };
  const way = textOf(form, 'way');
  if (way === 'confirm') {
    requireConfirmed(page, session);
    const codes = await confirmSetUp(place(page), account, code);
    if (!codes.ok) return formAgain(codes.refusal, form);
    return strongerSession(page, request, session, codes.value);
  }
  if (way === 'codes') {
    const codes = await newRecoveryCodes(place(page), session.accountId, code);
    if (!codes.ok) return formAgain(codes.refusal, form);
    return seeOther('/account/second-factor/codes', { 'set-cookie': writeStep(page, 'codes', codes.value) });
  }
  if (way !== 'off') throw forbidden();
  if (demandsSecondFactor(page) && demandingPosts(session).length > 0) {
    return formAgain({ code: 'auth.second-factor-demanded' }, form);
  }
  const off = await turnOffSecondFactor(place(page), session.accountId, code);
  return off.ok ? seeOther('/account') : formAgain(off.refusal, form);
}

/** Whoever proved more gets a new session; every session from before ends. */
async function strongerSession(
  page: Page,
  request: Request,
  { accountId, personId }: PageSession,
  codes: readonly string[],
): Promise<Response> {
  await endSessions(page.services.database, accountId, { which: 'all' }, page.now);
  const back = localPath(new URL(request.url).searchParams.get('back'), '');
  const to = `/account/second-factor/codes${back ? `?back=${encodeURIComponent(back)}` : ''}`;
  const answer = await beginSession(
    page,
    request,
    { accountId, personId, back: to },
    { secondFactorAt: page.now },
  );
  answer.headers.append('set-cookie', writeStep(page, 'codes', codes));
  return answer;
}
