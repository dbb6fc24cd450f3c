import { renderToString } from 'react-dom/server';
import {
  type EntryContext,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { pageAnswer } from '#web/http/page-text.ts';
import { pageContext } from '#web/page/page-context.ts';
import { PageProvider } from '#web/page/use-page.tsx';

/** Renders a page as one string. Nothing hydrates, so nothing is streamed or handed over. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Response {
  const page = context.get(pageContext);
  const { serverHandoffStream: _unused, ...shown } = router;
  const html = renderToString(
    <PageProvider page={page}>
      <ServerRouter context={shown} url={request.url} />
    </PageProvider>,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  return pageAnswer(`<!doctype html>${html}`, { status, headers });
}

/** Loaders, actions and rendering that failed; refusals and thrown answers do not come here. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: RouterContextProvider },
): void {
  const page = context.get(pageContext);
  if (isUnreadableForm(error)) {
    page.noteUnreadableForm();
    return;
  }
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  page.services.log.error('page-failed', error, {
    requestId: page.requestId,
    path: new URL(request.url).pathname,
  });
}

/** What `request.formData()` throws for a body that is no form: its own kind of error is not told apart. */
function isUnreadableForm(error: unknown): boolean {
  return error instanceof TypeError && /form-?data|content-type|boundary/i.test(error.message);
}
