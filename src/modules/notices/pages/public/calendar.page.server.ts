import type { LoaderFunctionArgs } from 'react-router';
import { addDays, dateKey } from '#kernel/work-calendar.ts';
import { type CalendarEntry, calendarBytes } from '#platform/documents/calendar.ts';
import { fileAnswer } from '#platform/documents/file-answer.ts';
import { pageOf } from '#web/page/page-context.ts';
import { publicNotices } from '../../queries/public/public-notices.ts';
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
  const entries = notices
    .filter((notice) => notice.takesObjections)
    .map(
      (notice): CalendarEntry => ({
        uid: `${notice.number}@${neighborhood.slug}`,
        // An outage moves the end: whoever follows the calendar sees the new day.
        sequence: Math.floor(notice.endsAt.getTime() / 86_400_000),
        // The period ends at midnight after its last day.
        when: { day: addDays(dateKey(notice.endsAt), -1) },
        title: t('notices.public.last-day', { title: notice.title }),
        text: t('notices.public.how-to-object', { phone: notice.contactPhone, desk: notice.desk }),
        url: `${neighborhood.address}/notices/${notice.number}`,
        state: 'FIRM',
      }),
    );
  const calendar = t('notices.public.deadlines', { name });
  const bytes = await calendarBytes({ name: calendar, entries, now });
  return fileAnswer({ bytes, name: calendar, ending: 'ics', how: 'inline' });
}
