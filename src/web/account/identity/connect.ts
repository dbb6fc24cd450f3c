import type { LoaderFunctionArgs } from 'react-router';
import { forbidden, requireSession } from '#web/page/answers.ts';
import { requireConfirmed } from '#web/page/confirmed.ts';
import { type Page, type PageSession, pageOf } from '#web/page/page-context.ts';
import { depart, providerOf } from './trip.ts';

/**
 * Makes the link that connects an account its own: nobody else's page can lead here, so nobody can be made to
 * connect an identity that a stranger has signed in to.
 */
export function connectKey({ services }: Page, { publicId }: PageSession): string {
  return services.vault.index('connect', publicId).slice(0, 22);
}

/** `/account/connect/<provider>?key=…`: off to a provider, to connect with who one is there. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const session = requireSession(page);
  if (new URL(request.url).searchParams.get('key') !== connectKey(page, session)) throw forbidden();
  requireConfirmed(page, session);
  return depart(page, providerOf(page, params.provider), {
    what: 'connect',
    accountId: session.accountId,
  });
}
