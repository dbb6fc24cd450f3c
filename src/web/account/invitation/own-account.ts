import { anonymousActor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { acceptInvitation } from '#modules/access/facade.server.ts';
import { secondFactorState } from '#platform/auth/second-factor/second-factor.ts';
import { tokenHash } from '#platform/auth/sessions.ts';
import { proveAccount } from '#platform/auth/sign-in.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { formAgain, textOf } from '#web/page/answers.ts';
import type { Page } from '#web/page/page-context.ts';
import { signInPlace } from '../login.page.server.ts';
import { afterFirstStep, askSecondStep, beginSession } from '../steps/begin-session.ts';

/** Accepts an invitation with an account the visitor has proven to be theirs. */
export function acceptAs(page: Page, token: string, accountId: string) {
  return runCommand(
    page.services.database,
    anonymousActor(page.neighborhood.id),
    (tx) => acceptInvitation(tx, tokenHash(token), { way: 'own', accountId }),
    { now: page.now },
  ) satisfies Promise<Result<unknown>>;
}

/**
 * Somebody who works in another neighborhood already comes in with the account they have: name and password,
 * then the second step where the account has one; only then is the invitation used up.
 */
export async function connectOwnAccount(page: Page, request: Request, form: FormData, token: string) {
  const password = String(form.get('own-password') ?? '');
  const proven = await proveAccount(signInPlace(page), textOf(form, 'own-login'), password);
  if (!proven.ok) return formAgain(proven.refusal, form);
  const accountId = proven.value;
  if ((await secondFactorState(page.services, accountId)).since) {
    return askSecondStep(page, { accountId, personId: '', back: '', invitation: token });
  }
  const accepted = await acceptAs(page, token, accountId);
  return accepted.ok
    ? afterFirstStep(page, request, { ...accepted.value, back: '' })
    : formAgain(accepted.refusal, form);
}

/** After the second step of {@link connectOwnAccount}. */
export async function acceptAndBegin(
  page: Page,
  request: Request,
  form: FormData,
  accountId: string,
  token: string,
) {
  const accepted = await acceptAs(page, token, accountId);
  if (!accepted.ok) return formAgain(accepted.refusal, form);
  return beginSession(page, request, { ...accepted.value, back: '' }, { secondFactorAt: page.now });
}
