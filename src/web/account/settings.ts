import { type LoaderFunctionArgs, redirect } from 'react-router';
import { ELDER_COOKIE, LOCALE_COOKIE, writeCookie } from '#platform/http/cookies.ts';
import { isLocale } from '#platform/i18n/translate.ts';
import { localPath } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';

const A_YEAR = 365 * 86_400;

/** `/settings?elder=1&locale=en&back=/…`: remembers how to show pages. Works without JavaScript. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const { publicUrl } = pageOf(context).services.config;
  const asked = new URL(request.url).searchParams;
  const headers = new Headers();
  const elder = asked.get('elder');
  if (elder === '1') headers.append('set-cookie', writeCookie(ELDER_COOKIE, '1', A_YEAR, publicUrl));
  if (elder === '0') headers.append('set-cookie', writeCookie(ELDER_COOKIE, '0', 0, publicUrl));
  const locale = asked.get('locale');
  if (isLocale(locale)) headers.append('set-cookie', writeCookie(LOCALE_COOKIE, locale, A_YEAR, publicUrl));
  return redirect(localPath(asked.get('back'), '/'), { status: 303, headers });
}
