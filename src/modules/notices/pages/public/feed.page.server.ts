import type { LoaderFunctionArgs } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { publicNotices } from '../../queries/public/public-notices.ts';
import { readFilter } from '../notices.page.server.ts';

/** Announcements and public notices for feed readers (RSS 2.0), with the filters of the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { t, neighborhood, locale, services, actor, now } = pageOf(context);
  const { page: _page, ...filter } = readFilter(new URL(request.url).searchParams);
  const notices = await services.database.inTransaction(actor, (tx) => publicNotices(tx, filter), { now });
  const name = locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  const items = notices.map((notice) => {
    const link = `${neighborhood.address}/notices/${notice.number}`;
    return element(
      'item',
      tag('title', notice.title),
      tag('link', link),
      tag('guid', link),
      tag('category', t(`notices.public.kind.${notice.kind}`)),
      tag('pubDate', notice.startsAt.toUTCString()),
      tag('description', notice.body),
    );
  });
  const channel = element(
    'channel',
    tag('title', t('notices.public.feed', { name })),
    tag('link', `${neighborhood.address}/notices`),
    tag('description', t('notices.public.lead')),
    ...items,
  );
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0">${channel}</rss>\n`, {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
}

function element(name: string, ...inside: readonly string[]): string {
  return `<${name}>${inside.join('')}</${name}>`;
}

/** A name and its text; signs that mean something to XML are written as numbers, and what XML cannot hold is left out. */
function tag(name: string, text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into the file
  const held = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
  return element(
    name,
    held.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
  );
}
