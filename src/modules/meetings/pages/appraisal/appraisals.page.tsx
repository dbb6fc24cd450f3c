import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { AppraisalLine } from './appraisal-line.part.tsx';
import type { loader } from './appraisals.page.server.ts';

export { loader } from './appraisals.page.server.ts';

/** What residents think of the work of organisations: for everybody. */
export default function AppraisalsPage() {
  const { t } = usePage();
  const { appraisals } = useLoaderData<typeof loader>();
  const isOpen = appraisals.some((one) => one.state === 'OPEN');
  return (
    <>
      <PageHead title={t('meetings.appraisal.title')} lead={t('meetings.appraisal.lead')} />
      {isOpen && (
        <Row>
          <LinkButton kind="primary" to="/score">
            {t('meetings.appraisal.have-slip')}
          </LinkButton>
        </Row>
      )}
      {appraisals.length === 0 ? (
        <EmptyState title={t('meetings.appraisal.none')}>
          <p>{t('meetings.appraisal.none-next')}</p>
        </EmptyState>
      ) : (
        <CardList label={t('meetings.appraisal.title')}>
          {appraisals.map((appraisal) => (
            <AppraisalLine key={appraisal.id} appraisal={appraisal} to={`/appraisals/${appraisal.id}`} />
          ))}
        </CardList>
      )}
      <p>
        <a href="/hearings">{t('meetings.hearing.title')}</a>
      </p>
    </>
  );
}
