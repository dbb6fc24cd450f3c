import type { LoaderFunctionArgs } from 'react-router';
import { localPath } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { depart, providerOf } from './trip.ts';

const LONGEST_BACK = 300;

/**
 * `/login/with/<provider>`: off to sign in there. A link and not a form, because a form's answer may not lead
 * to another address (content security policy). With `invitation` the trip accepts one.
 */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const provider = providerOf(page, params.provider);
  const asked = new URL(request.url).searchParams;
  const invitation = asked.get('invitation');
  if (invitation !== null && /^[\w-]{20,64}$/.test(invitation)) {
    return depart(page, provider, { what: 'invitation', invitation });
  }
  const back = localPath(asked.get('back'), '');
  return depart(page, provider, { what: 'sign-in', back: back.length > LONGEST_BACK ? '' : back });
}
