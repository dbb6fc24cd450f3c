import type { LoaderFunctionArgs } from 'react-router';
import { addDays, dateKey } from '#kernel/work-calendar.ts';
import { pageOf } from '#web/page/page-context.ts';
import { publicNotices } from '../../queries/public/public-notices.ts';
import { deadlineCalendar } from '../../rules/public/deadline-calendar.ts';
import { readFilter } from '../notices.page.server.ts';

/** The last days for objections as a calendar to subscribe to, with the filters of the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { t, neighborhood, locale, services, actor, now } = pageOf(context);
  const { page: _page, ...filter } = readFilter(new URL(request.url).searchParams);
  const notices = await services.database.inTransaction(
    actor,
    (tx) => publicNotices(tx, { ...filter, isOver: false }),
    { now },
  );
  const name = locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  const days = notices
    .filter((notice) => notice.takesObjections)
    .map((notice) => ({
      uid: `${notice.number}@${neighborhood.slug}`,
      // The period ends at midnight after its last day.
      day: addDays(dateKey(notice.endsAt), -1),
      title: t('notices.public.last-day', { title: notice.title }),
      text: t('notices.public.how-to-object', { phone: notice.contactPhone, desk: notice.desk }),
      address: `${neighborhood.address}/notices/${notice.number}`,
    }));
  return new Response(deadlineCalendar(t('notices.public.deadlines', { name }), days, now), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="notices.ics"',
    },
  });
}
