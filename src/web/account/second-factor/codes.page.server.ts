import type { LoaderFunctionArgs } from 'react-router';
import { localPath, requireSession, seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { readStep } from '#web/page/sealed-cookie.ts';

/** Recovery codes just made. They are stored nowhere: ten minutes later they can be read nowhere. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const session = requireSession(page);
  const codes = readStep<readonly string[]>(page, request, 'codes');
  if (!codes) throw seeOther('/account/second-factor');
  const usual = session.posts.length > 0 ? '/desk' : '/account';
  return { codes, back: localPath(new URL(request.url).searchParams.get('back'), usual) };
}
