import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { personOfAccount } from '#platform/auth/accounts.ts';
import { redeemHandover } from '#platform/auth/neighborhoods/handover.ts';
import { secondFactorState } from '#platform/auth/second-factor/second-factor.ts';
import { seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { askSecondStep, beginSession } from '../account/steps/begin-session.ts';

/** Nothing happens yet: whoever was sent here by somebody else's link sees where it leads before. */
export function loader({ request }: LoaderFunctionArgs) {
  return { ticket: new URL(request.url).searchParams.get('ticket') ?? '' };
}

/** Signs in who comes with a ticket from another neighborhood's address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { database } = page.services;
  const ticket = textOf(await request.formData(), 'ticket');
  const handover = await redeemHandover(database, ticket, page.neighborhood.id, page.now);
  const personId = handover && (await personOfAccount(database, handover.accountId, page.neighborhood.id));
  if (!handover || !personId) return seeOther('/login?as=staff');
  const who = { accountId: handover.accountId, personId, back: '' };
  const { since } = await secondFactorState(page.services, who.accountId);
  if (since && handover.secondFactorAt === null) return askSecondStep(page, who);
  return beginSession(page, request, who, handover);
}
