import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { anonymousActor } from '#kernel/actor.ts';
import { acceptInvitation, invitationView } from '#modules/access/facade.server.ts';
import { connectIdentity } from '#platform/auth/providers/identities.ts';
import { tokenHash } from '#platform/auth/sessions.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { formAgain, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { readStep } from '#web/page/sealed-cookie.ts';
import type { WaitingIdentity } from '../identity/back.page.server.ts';
import { nameOf, providersFor } from '../identity/trip.ts';
import { afterFirstStep } from '../steps/begin-session.ts';
import { connectOwnAccount } from './own-account.ts';

function invitationOf({ services, neighborhood, now }: Page, hash: string) {
  const actor = anonymousActor(neighborhood.id);
  return services.database.inTransaction(actor, (tx) => invitationView(tx, hash), { now });
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const waiting = readStep<WaitingIdentity>(page, request, 'identity');
  return {
    invitation: await invitationOf(page, tokenHash(params.token ?? '')),
    token: params.token ?? '',
    providers: providersFor(page).map((one) => ({
      key: one.key,
      name: nameOf(page, one),
      isWaiting: waiting?.provider === one.key,
    })),
  };
}

/** Who somebody proved to be at a provider on the way here is connected with the new account. */
async function connectWaiting(page: Page, request: Request, accountId: string): Promise<void> {
  const waiting = readStep<WaitingIdentity>(page, request, 'identity');
  const provider = providersFor(page).find(({ key }) => key === waiting?.provider);
  if (!waiting || !provider) return;
  const connected = { ...waiting, name: nameOf(page, provider) };
  await connectIdentity(page.services, accountId, connected, page.now);
}

/** Passwords are taken as they were typed, spaces included. */
const asTyped = (form: FormData, name: string) => String(form.get(name) ?? '');

/** `way`: choose a name and a password, or sign in with an account one has already. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const hash = tokenHash(params.token ?? '');
  const invitation = await invitationOf(page, hash);
  if (!invitation) return formAgain({ code: 'access.invitation-over' }, form);
  if (textOf(form, 'way') === 'own') return connectOwnAccount(page, request, form, params.token ?? '');
  const password = asTyped(form, 'new-password');
  if (password !== asTyped(form, 'new-password-again')) {
    return formAgain({ code: 'auth.passwords-differ', field: 'new-password-again' }, form);
  }
  const acceptance = { way: 'new', loginName: textOf(form, 'login'), password } as const;
  const accepted = await runCommand(
    page.services.database,
    anonymousActor(page.neighborhood.id),
    (tx) => acceptInvitation(tx, hash, acceptance),
    { now: page.now },
  );
  if (!accepted.ok) return formAgain(accepted.refusal, form);
  await connectWaiting(page, request, accepted.value.accountId);
  return afterFirstStep(page, request, { ...accepted.value, back: '' });
}
