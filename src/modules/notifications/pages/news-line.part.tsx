import { usePage } from '#web/page/use-page.tsx';
import type { News } from '../queries/news.ts';

/** The sentence of a piece of news, in the reader's language. */
export function useNewsText(): (news: News) => string {
  const { t, dates, locale } = usePage();
  return ({ message, name, body, startsAt, dueOn }) =>
    t(`notifications.news.${message}`, {
      name,
      body: body ? (locale === 'en' ? body.nameEn : body.nameZh) : '',
      when: startsAt ? dates.moment(startsAt) : '',
      due: dueOn ? dates.day(dueOn) : '',
    });
}

/** Minutes of the day as a time: 1260 is `21:00`. */
export function timeOfMinute(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
