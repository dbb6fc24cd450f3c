import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { tokenHash } from '#platform/auth/sessions.ts';
import { qrPicture } from '#platform/documents/qr-code.ts';
import { notFound, seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { readStep } from '#web/page/sealed-cookie.ts';
import { mayLookAfterStaff } from '../../permissions.ts';
import { invitationView } from '../../queries/invitations/invitation-view.ts';
import type { MadeLink } from './staff-person.page.server.ts';

/** The link that was just made. Only its hash is stored: ten minutes later nobody can show it again. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const person = params.person ?? '';
  if (!isUuid(person) || !mayLookAfterStaff(page.actor, 'invite-staff').ok) throw notFound();
  const made = readStep<MadeLink>(page, request, 'link');
  if (made?.personId !== person) throw seeOther(`/desk/access/staff/${person}`);
  const invitation = await page.services.database.inTransaction(
    page.actor,
    (tx) => invitationView(tx, tokenHash(made.token)),
    { now: page.now },
  );
  if (!invitation) throw seeOther(`/desk/access/staff/${person}`);
  const link = `${page.neighborhood.address}/invitation/${made.token}`;
  return { invitation, link, qr: qrPicture(link) };
}
