import type { ReactNode } from 'react';
import { isRouteErrorResponse, Links, type MiddlewareFunction, Outlet, useRouteError } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { ErrorPage } from '#web/shell/error-page.tsx';
import { keepToRules } from '#web/shell/keep-to-rules.ts';
import { PublicShell } from '#web/shell/public-shell.tsx';
import '#web/ui/tokens.css';
import '#web/ui/base.css';

/** Around every page and every address without one, for reading and for forms. */
export const middleware: MiddlewareFunction<Response>[] = [keepToRules];

/** The document. There is no <Scripts/>: pages carry no JavaScript but the islands they name. */
export function Layout({ children }: { children: ReactNode }) {
  const { locale, elder } = usePage();
  return (
    <html lang={locale} data-elder={elder ? '' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="referrer" content="same-origin" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** What was thrown on the way to a page, in plain words. */
export function ErrorBoundary() {
  const error = useRouteError();
  return (
    <PublicShell>
      <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />
    </PublicShell>
  );
}
