import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { refuse } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { type Limit, takeHit } from '#platform/http/rate-limit.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { signUp } from '../../commands/hearing/sign-up.ts';
import { withdrawSignUp } from '../../commands/hearing/withdraw-sign-up.ts';
import { signUpForm, withdrawForm } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { publicHearing } from '../../queries/hearing/public-hearings.ts';

/** Sign-ups from one address in an hour; a whole stairwell may share one. */
const SIGN_UPS_PER_ADDRESS: Limit = { name: 'hearing-sign-ups', hits: 40, seconds: 3600 };

/** A hearing with its rounds, and the form to sign up while one may. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const found = await page.services.database.inTransaction(
    page.actor,
    (tx) => publicHearing(tx, params.id ?? ''),
    { now: page.now },
  );
  if (!found) throw notFound();
  const done = new URL(request.url).searchParams.get('done');
  const isOpen = found.hearing.rounds.at(-1)?.isOpen === true;
  const canWithdraw = found.own.length > 0;
  const maySignUp = mayHear(page.actor, 'sign-up') === null;
  if (!isOpen && !canWithdraw) page.share();
  return {
    ...found,
    done: done === 'signed' || done === 'withdrawn' ? done : null,
    maySignUp: isOpen && maySignUp,
    requestKey: isOpen || canWithdraw ? page.newRequestKey() : '',
  };
}

/** Signs up, or takes it back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const here = `/hearings/${params.id ?? ''}`;
  const typed = typedValues(form);
  const { database, vault } = page.services;
  if (textOf(form, 'do') === 'withdraw') {
    const read = withdrawForm.safeParse(typed);
    if (!read.success) throw notFound();
    const gone = await runCommand(database, page.actor, (tx) => withdrawSignUp(tx, read.data), {
      now: page.now,
    });
    return gone.ok ? seeOther(`${here}?done=withdrawn`) : formAgain(gone.refusal, form);
  }
  const read = signUpForm.safeParse({ opinion: '', name: '', phone: '', ...typed });
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'stance');
    if (field === 'roundId') throw notFound();
    return formAgain({ code: 'meetings.say-what', field }, form);
  }
  if (!(await mayStillSignUp(page)))
    return formAgain(refuse('meetings.too-many-from-here').refusal, form, 429);
  const done = await runCommand(database, page.actor, (tx) => signUp(tx, read.data, false), {
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), JSON.stringify(read.data)),
    command: 'meetings.sign-up',
  });
  if (!done.ok && done.refusal.code === 'meetings.hearing-not-found') throw notFound();
  return done.ok ? seeOther(`${here}?done=signed`) : formAgain(done.refusal, form);
}

async function mayStillSignUp({ services, clientAddress, now }: Page): Promise<boolean> {
  if (/^(127\.|::1$)/.test(clientAddress)) return true;
  const subject = services.vault.index('rate-limit', clientAddress).slice(0, 22);
  return takeHit(services.database, SIGN_UPS_PER_ADDRESS, subject, now);
}
