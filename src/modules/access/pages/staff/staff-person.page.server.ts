import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { tokenHash } from '#platform/auth/sessions.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { formAgain, notFound, requireSession, seeOther, textOf } from '#web/page/answers.ts';
import { requireConfirmed } from '#web/page/confirmed.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { writeStep } from '#web/page/sealed-cookie.ts';
import { inviteStaff } from '../../commands/invitations/invite-staff.ts';
import { resetSecondFactor } from '../../commands/invitations/reset-second-factor.ts';
import { revokeInvitation } from '../../commands/invitations/revoke-invitation.ts';
import { staffPerson } from '../../queries/invitations/staff-access.ts';

/** An invitation's link just made, as it travels to the page that shows it. */
export type MadeLink = { readonly personId: string; readonly token: string };

async function personOf(page: Page, personId: string) {
  if (!isUuid(personId)) throw notFound();
  const person = await page.services.database.inTransaction(page.actor, (tx) => staffPerson(tx, personId), {
    now: page.now,
  });
  if (!person) throw notFound();
  return person;
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const person = await personOf(page, params.person ?? '');
  const done = new URL(request.url).searchParams.get('done');
  return {
    person,
    requestKey: page.newRequestKey(),
    done: done === 'revoked' || done === 'reset' ? done : null,
  };
}

/** `way`: invite (or a new password), withdraw the invitation, reset the second factor. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const page = pageOf(context);
  const person = await personOf(page, params.person ?? '');
  requireConfirmed(page, requireSession(page));
  const form = await request.formData();
  const here = `/desk/access/staff/${person.personId}`;
  const { database } = page.services;
  const options = { now: page.now };
  if (textOf(form, 'way') === 'invite') return invite(page, person.personId, form);
  if (textOf(form, 'way') === 'revoke') {
    const revoked = await runCommand(
      database,
      page.actor,
      (tx) => revokeInvitation(tx, person.personId),
      options,
    );
    return revoked.ok ? seeOther(`${here}?done=revoked`) : formAgain(revoked.refusal, form);
  }
  const given = { personId: person.personId, reason: textOf(form, 'reason') };
  const reset = await runCommand(database, page.actor, (tx) => resetSecondFactor(tx, given), options);
  return reset.ok ? seeOther(`${here}?done=reset`) : formAgain(reset.refusal, form);
}

/** The link's secret comes from the form's key: the same form sent twice makes the same link. */
async function invite(page: Page, personId: string, form: FormData) {
  const requestKey = textOf(form, 'requestKey');
  if (!isUuid(requestKey)) throw notFound();
  const { database, vault } = page.services;
  const token = vault.index('staff-invitation', `${page.neighborhood.id}/${personId}/${requestKey}`);
  const given = { personId, postId: textOf(form, 'post'), tokenHash: tokenHash(token) };
  const invited = await runCommand(database, page.actor, (tx) => inviteStaff(tx, given), {
    now: page.now,
    requestKey,
    command: 'access.invite-staff',
  });
  if (!invited.ok) return formAgain(invited.refusal, form);
  const made: MadeLink = { personId, token };
  return seeOther(`/desk/access/staff/${personId}/link`, { 'set-cookie': writeStep(page, 'link', made) });
}
