import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { type SignInPlace, sendCode, signInByPassword } from '#platform/auth/sign-in.ts';
import { formAgain, localPath, seeOther, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { nameOf, providersFor } from './identity/trip.ts';
import { afterFirstStep, writePending } from './steps/begin-session.ts';

/** What signing in needs to know of the request. */
export function signInPlace(page: Page): SignInPlace {
  const { services, neighborhood, now, clientAddress } = page;
  const local = /^(127\.|::1$)/.test(clientAddress);
  return {
    database: services.database,
    vault: services.vault,
    neighborhoodId: neighborhood.id,
    address: local ? null : clientAddress,
    now,
    ...(services.phoneClock ? { phoneNow: services.phoneClock() } : {}),
  };
}

/** Buttons of identity providers: the office's own for staff, WeChat's for everybody inside it. */
function buttonsOf(page: Page) {
  return providersFor(page).map((provider) => ({
    key: provider.key,
    name: nameOf(page, provider),
    forStaff: !provider.isInWeChat,
  }));
}

export function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const back = localPath(asked.get('back'), '');
  const staff = asked.get('as') === 'staff' || (asked.get('as') === null && back.startsWith('/desk'));
  return { staff, back, providers: buttonsOf(page), phoneOff: page.services.sms.kind === 'off' };
}

/** One address for both ways: `way` says which form was sent. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const back = localPath(textOf(form, 'back'), '');
  if (textOf(form, 'way') === 'staff') {
    const password = form.get('password');
    const who = await signInByPassword(
      signInPlace(page),
      textOf(form, 'login'),
      typeof password === 'string' ? password : '',
    );
    return who.ok ? afterFirstStep(page, request, { ...who.value, back }) : formAgain(who.refusal, form);
  }
  const sent = await sendCode(signInPlace(page), page.services.sms, textOf(form, 'phone'), (code) =>
    page.t('auth.text-message', { code }),
  );
  if (!sent.ok) return formAgain(sent.refusal, form);
  return seeOther('/login/code', { 'set-cookie': writePending(page, { ...sent.value, back }) });
}
