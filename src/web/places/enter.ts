import { type LoaderFunctionArgs, redirect } from 'react-router';
import { writeCookie } from '#platform/http/cookies.ts';
import { localPath, notFound } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { addressOf, PLACE_COOKIE, sharing } from '../neighborhoods.ts';

const A_YEAR = 365 * 86_400;

/**
 * `/n/<slug>/…`: the address of a neighborhood that shares a host with others. Remembers the choice and goes
 * on to the page; a neighborhood with a host of its own is reached there.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { services, places } = pageOf(context);
  const all = await places.all();
  const entry = all.find((one) => one.slug === params.slug);
  if (!entry) throw notFound();
  const { search } = new URL(request.url);
  const path = localPath(`/${params['*'] ?? ''}${search}`, '/');
  const { publicUrl } = services.config;
  if (!sharing(all).includes(entry)) return redirect(`${addressOf(entry, all, publicUrl)}${path}`, 303);
  const cookie = writeCookie(PLACE_COOKIE, entry.slug, A_YEAR, publicUrl);
  return redirect(path, { status: 303, headers: { 'set-cookie': cookie } });
}
