import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { DeskPage, EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { HearingLine } from '../hearing/hearing-line.part.tsx';
import type { loader } from './hearings.page.server.ts';

export { loader } from './hearings.page.server.ts';

/** Hearings at the desk, and the way to announce one. */
export default function DeskHearingsPage() {
  const { t } = usePage();
  const { hearings, mayAnnounce } = useLoaderData<typeof loader>();
  return (
    <DeskPage>
      <PageHead title={t('meetings.hearing.desk-title')} lead={t('meetings.hearing.desk-lead')} />
      {mayAnnounce && (
        <Row>
          <LinkButton kind="primary" to="/desk/hearings/new">
            {t('meetings.hearing.do.announce-hearing')}
          </LinkButton>
        </Row>
      )}
      {hearings.length === 0 ? (
        <EmptyState title={t('meetings.hearing.none')}>
          <p>{t('meetings.hearing.none-desk')}</p>
        </EmptyState>
      ) : (
        <CardList label={t('meetings.hearing.desk-title')}>
          {hearings.map((hearing) => (
            <HearingLine key={hearing.id} hearing={hearing} to={`/desk/hearings/${hearing.id}`} />
          ))}
        </CardList>
      )}
    </DeskPage>
  );
}
