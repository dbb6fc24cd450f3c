import { type CalendarEntry, calendarBytes } from '#platform/documents/calendar.ts';
import { fileAnswer } from '#platform/documents/file-answer.ts';
import { notFound } from '#web/page/answers.ts';
import type { Page, PageNeighborhood } from '#web/page/page-context.ts';
import {
  type CalendarMeeting,
  meetingInCalendar,
  type OwnCalendar,
} from '../../queries/calendar/calendar-meetings.ts';
import { meetingFile } from '../../queries/meeting-file.ts';

type Words = Pick<Page, 't' | 'locale'>;

const nameIn = ({ locale }: Words, names: { readonly nameZh: string; readonly nameEn: string }) =>
  locale === 'en' ? names.nameEn : names.nameZh;

/** A meeting in a calendar. @param path of its page, public or of the desk. */
export function meetingEntry(
  words: Words,
  meeting: CalendarMeeting,
  { address }: Pick<PageNeighborhood, 'address'>,
  path: string,
): CalendarEntry {
  const { t } = words;
  const body = nameIn(words, meeting.body);
  const title = t(meeting.isAdHoc ? 'meetings.calendar.ad-hoc' : 'meetings.calendar.meeting', { body });
  return {
    uid: `meeting-${meeting.id}@xieshou`,
    sequence: meeting.sequence,
    when: { from: meeting.startsAt, minutes: meeting.minutes },
    // Not every program shows that something was called off.
    title: meeting.state === 'CANCELLED' ? t('meetings.calendar.cancelled', { title }) : title,
    place: meeting.place,
    url: `${address}${path}`,
    state: meeting.state,
  };
}

/** A day by which something is to be done. */
export function dueEntry(
  { t }: Words,
  due: OwnCalendar['due'][number],
  { address }: Pick<PageNeighborhood, 'address'>,
): CalendarEntry {
  return {
    uid: `action-${due.id}@xieshou`,
    sequence: due.version,
    when: { day: due.dueOn },
    title: t('meetings.calendar.due', { task: due.task }),
    text: t('meetings.calendar.due-text', { name: due.name, measure: due.measure }),
    url: `${address}/desk/actions/${due.id}`,
    state: 'FIRM',
  };
}

/** The answer with a calendar to subscribe to. */
export async function calendarAnswer(
  page: Page,
  neighborhood: PageNeighborhood,
  entries: readonly CalendarEntry[],
): Promise<Response> {
  const name = page.t('meetings.calendar.name', { place: nameIn(page, neighborhood) });
  const bytes = await calendarBytes({ name, entries, now: page.now });
  return fileAnswer({ bytes, name, ending: 'ics', how: 'inline' });
}

/** One meeting to save: for everybody by its number, with its agenda for who sits there, by its id. */
export async function meetingAnswer(
  page: Page,
  by: { readonly id: string } | { readonly code: string },
): Promise<Response> {
  const found = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const file = 'id' in by ? await meetingFile(tx, by.id) : null;
      if ('id' in by && !file?.isInside) return null;
      const meeting = await meetingInCalendar(tx, by);
      return meeting && { meeting, items: file?.items ?? [] };
    },
    { now: page.now },
  );
  if (!found) throw notFound();
  const { meeting, items } = found;
  const path = 'id' in by ? `/desk/meetings/${by.id}` : `/meetings/${meeting.code}`;
  const agenda = items
    .map(({ n, isEarlier, title }) => `${n}. ${isEarlier ? page.t('meetings.earlier.title') : title}`)
    .join('\n');
  const entry = { ...meetingEntry(page, meeting, page.neighborhood, path), text: agenda };
  const name = `${entry.title} ${meeting.code}`;
  const bytes = await calendarBytes({ name, entries: [entry], now: page.now });
  return fileAnswer({ bytes, name, ending: 'ics', how: 'attachment' });
}
