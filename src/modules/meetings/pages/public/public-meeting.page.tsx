import { useLoaderData } from 'react-router';
import { dayOf } from '#platform/i18n/dates.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { MeetingChip } from '../meeting-line.part.tsx';
import { useMeetingWords } from '../meeting-words.part.tsx';
import { MinutesText } from '../minutes.part.tsx';
import { MinutesFiles } from '../papers/files.part.tsx';
import type { loader } from './public-meeting.page.server.ts';

export { loader } from './public-meeting.page.server.ts';

/** One meeting: when and where, and what everybody may read of its minutes. */
export default function PublicMeetingPage() {
  const { t, dates, now } = usePage();
  const { titleOf } = useMeetingWords();
  const { meeting } = useLoaderData<typeof loader>();
  const isAhead = meeting.startsAt > now;
  return (
    <>
      <PageHead title={titleOf(meeting)} lead={<a href="/meetings">{t('meetings.public.title')}</a>}>
        <MeetingChip state={meeting.state} />
      </PageHead>
      <Card>
        {meeting.minutes ? (
          <>
            <MinutesText minutes={meeting.minutes} signedAt={meeting.signedAt} sealed={meeting.sealed} />
            <MinutesFiles at={`/meetings/${meeting.code}`} />
            {meeting.publishedAt && (
              <p className="quiet">
                {t('meetings.public.published', { day: dates.day(dayOf(meeting.publishedAt)) })}
              </p>
            )}
          </>
        ) : (
          <p>
            {dates.moment(meeting.startsAt)} · {meeting.place}
            <br />
            {t(meeting.state === 'INQUORATE' ? 'meetings.public.inquorate' : 'meetings.public.minutes-later')}
          </p>
        )}
        {isAhead && (
          <LinkButton to={`/meetings/${meeting.code}/papers/meeting.ics`}>
            {t('meetings.calendar.one')}
          </LinkButton>
        )}
      </Card>
    </>
  );
}
