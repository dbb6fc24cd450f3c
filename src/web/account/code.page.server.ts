import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { anonymousActor } from '#kernel/actor.ts';
import { maskPhone } from '#kernel/contact.ts';
import { personForPhone } from '#modules/registry/facade.server.ts';
import { sendCode, signInByCode } from '#platform/auth/sign-in.ts';
import { formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { signInPlace } from './login.page.server.ts';
import { afterFirstStep, readPending, writePending } from './steps/begin-session.ts';

export function loader({ request, context }: LoaderFunctionArgs) {
  const pending = readPending(pageOf(context), request);
  if (!pending) throw seeOther('/login');
  return { phone: maskPhone(pending.phone), shownCode: pending.shownCode };
}

/** `again`: send another code. Otherwise the code is tried. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { services, neighborhood } = page;
  const pending = readPending(page, request);
  if (!pending) return seeOther('/login');
  const form = await request.formData();
  const place = signInPlace(page);
  if (textOf(form, 'way') === 'again') {
    const sent = await sendCode(place, services.sms, pending.phone, (code) =>
      page.t('auth.text-message', { code }),
    );
    if (!sent.ok) return formAgain(sent.refusal, form);
    return seeOther('/login/code', { 'set-cookie': writePending(page, { ...pending, ...sent.value }) });
  }
  const typed = { phone: pending.phone, code: textOf(form, 'code') };
  const who = await signInByCode(
    place,
    typed,
    (work) => services.database.inTransaction(anonymousActor(neighborhood.id), work),
    personForPhone,
  );
  return who.ok
    ? afterFirstStep(page, request, { ...who.value, back: pending.back })
    : formAgain(who.refusal, form);
}
