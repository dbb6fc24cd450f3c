import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { HearingLine } from './hearing-line.part.tsx';
import type { loader } from './hearings.page.server.ts';

export { loader } from './hearings.page.server.ts';

/** What residents are asked about before it is decided: those that can be joined first. */
export default function HearingsPage() {
  const { t } = usePage();
  const { hearings } = useLoaderData<typeof loader>();
  const open = hearings.filter((one) => one.rounds.at(-1)?.isOpen);
  const others = hearings.filter((one) => !open.includes(one));
  return (
    <>
      <PageHead title={t('meetings.hearing.title')} lead={t('meetings.hearing.lead')} />
      {hearings.length === 0 && (
        <EmptyState title={t('meetings.hearing.none')}>
          <p>{t('meetings.hearing.none-next')}</p>
        </EmptyState>
      )}
      {open.length > 0 && (
        <Section title={t('meetings.hearing.open')}>
          <CardList label={t('meetings.hearing.open')}>
            {open.map((hearing) => (
              <HearingLine key={hearing.id} hearing={hearing} to={`/hearings/${hearing.id}`} />
            ))}
          </CardList>
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('meetings.hearing.all')}>
          <CardList label={t('meetings.hearing.all')}>
            {others.map((hearing) => (
              <HearingLine key={hearing.id} hearing={hearing} to={`/hearings/${hearing.id}`} />
            ))}
          </CardList>
        </Section>
      )}
      <p>
        <a href="/appraisals">{t('meetings.appraisal.title')}</a>
      </p>
    </>
  );
}
