import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { hasPassword, knowsPassword } from '#platform/auth/change-password.ts';
import { secondFactorState, takeSecondStep } from '#platform/auth/second-factor/second-factor.ts';
import { sessionConfirmed } from '#platform/auth/sessions.ts';
import { formAgain, localPath, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { signInPlace } from '../login.page.server.ts';

/** A code where the account has a second factor, else the password; without either one signs in again. */
async function wayOf(services: Parameters<typeof hasPassword>[0], accountId: string) {
  if ((await secondFactorState(services, accountId)).since) return 'code' as const;
  return (await hasPassword(services, accountId)) ? ('password' as const) : ('again' as const);
}

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  return { way: await wayOf(page.services, requireSession(page).accountId) };
}

/** Proves once more who is signed in, before a sensitive step. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { accountId, publicId } = requireSession(page);
  const { database } = page.services;
  const form = await request.formData();
  const way = await wayOf(page.services, accountId);
  if (way === 'again') return seeOther('/account');
  const place = signInPlace(page);
  const proof =
    way === 'code'
      ? await takeSecondStep(place, accountId, textOf(form, 'code'))
      : await knowsPassword(place, accountId, String(form.get('password') ?? ''));
  if (!proof.ok) return formAgain(proof.refusal, form);
  await sessionConfirmed(database, publicId, { secondFactor: way === 'code', now: page.now });
  return seeOther(localPath(new URL(request.url).searchParams.get('back'), '/account'));
}
