import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { MeetingEntry } from '../meeting-line.part.tsx';
import type { loader } from './public-meetings.page.server.ts';

export { loader } from './public-meetings.page.server.ts';

/** When we meet, and what was resolved. */
export default function PublicMeetingsPage() {
  const { t, neighborhood } = usePage();
  const { coming, held } = useLoaderData<typeof loader>();
  const list = (title: string, lines: typeof coming) =>
    lines.length > 0 && (
      <Section title={title}>
        <CardList label={title}>
          {lines.map((line) => (
            <MeetingEntry key={line.id} line={line} to={`/meetings/${line.code}`} />
          ))}
        </CardList>
      </Section>
    );
  return (
    <>
      <PageHead title={t('meetings.public.title')} lead={t('meetings.public.lead')} />
      {coming.length + held.length === 0 && (
        <EmptyState title={t('meetings.public.none')}>
          <p>{t('meetings.public.none-next')}</p>
        </EmptyState>
      )}
      {list(t('meetings.public.coming'), coming)}
      {list(t('meetings.public.held'), held)}
      <LinkButton to={`/calendar/${neighborhood.slug}/meetings.ics`} wide>
        {t('meetings.public.feed')}
      </LinkButton>
    </>
  );
}
