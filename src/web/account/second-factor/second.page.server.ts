import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { takeSecondStep } from '#platform/auth/second-factor/second-factor.ts';
import { addressMayTry } from '#platform/auth/sign-in.ts';
import { formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { acceptAndBegin } from '../invitation/own-account.ts';
import { signInPlace } from '../login.page.server.ts';
import { beginSession, halfWay } from '../steps/begin-session.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await halfWay(pageOf(context), request))) throw seeOther('/login?as=staff');
  return null;
}

/** The second step: a code of the app, or a recovery code. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const who = await halfWay(page, request);
  if (!who) return seeOther('/login?as=staff');
  const form = await request.formData();
  const tooMany = { code: 'auth.too-many-tries', field: 'code' };
  if (!(await addressMayTry(signInPlace(page)))) return formAgain(tooMany, form);
  const taken = await takeSecondStep(signInPlace(page), who.accountId, textOf(form, 'code'));
  if (!taken.ok) return formAgain(taken.refusal, form);
  if (who.invitation) return acceptAndBegin(page, request, form, who.accountId, who.invitation);
  return beginSession(page, request, who, { secondFactorAt: page.now });
}
