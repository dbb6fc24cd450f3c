import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { DeskPage, EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { AppraisalLine } from '../appraisal/appraisal-line.part.tsx';
import type { loader } from './appraisals.page.server.ts';

export { loader } from './appraisals.page.server.ts';

/** Appraisals at the desk, and the way to plan one. */
export default function DeskAppraisalsPage() {
  const { t } = usePage();
  const { appraisals, mayPlan } = useLoaderData<typeof loader>();
  return (
    <DeskPage>
      <PageHead title={t('meetings.appraisal.desk-title')} lead={t('meetings.appraisal.desk-lead')} />
      {mayPlan && (
        <Row>
          <LinkButton kind="primary" to="/desk/appraisals/new">
            {t('meetings.appraisal.do.plan-appraisal')}
          </LinkButton>
        </Row>
      )}
      {appraisals.length === 0 ? (
        <EmptyState title={t('meetings.appraisal.none')}>
          <p>{t('meetings.appraisal.none-desk')}</p>
        </EmptyState>
      ) : (
        <CardList label={t('meetings.appraisal.desk-title')}>
          {appraisals.map((appraisal) => (
            <AppraisalLine key={appraisal.id} appraisal={appraisal} to={`/desk/appraisals/${appraisal.id}`} />
          ))}
        </CardList>
      )}
    </DeskPage>
  );
}
