import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Facts, Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { AppraisalState } from '../appraisal/appraisal-line.part.tsx';
import { Results } from '../appraisal/results.part.tsx';
import css from '../hearing/hearing.module.css';
import { useNamed } from '../hearing/named.part.tsx';
import type { loader, NewSlips } from './appraisal.page.server.ts';
import { AppraisalSteps } from './appraisal-steps.part.tsx';
import { PrintedSlips } from './printed-slips.part.tsx';
import { RectificationForm } from './rectification-form.part.tsx';

export { action, loader } from './appraisal.page.server.ts';

/** One appraisal at the desk: the plan, the slips, the results, and the step that comes next. */
export default function DeskAppraisalPage() {
  const { t } = usePage();
  const { detail, done } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain & Partial<NewSlips>>();
  const named = useNamed();
  const { appraisal, steps } = detail;
  if (again?.codes) return <PrintedSlips codes={again.codes} />;
  return (
    <DeskPage>
      <PageHead
        title={`${named(appraisal.org)} · ${appraisal.title}`}
        lead={[appraisal.code, named(appraisal.estate)].filter(Boolean).join(' · ')}
      >
        <AppraisalState appraisal={appraisal} />
      </PageHead>
      {done && !again && <Notice>{t(`meetings.appraisal.done.${done}`)}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <div className={css.column}>
          <About />
          {detail.results && (
            <Card title={t('meetings.appraisal.results')}>
              <Results results={detail.results} />
            </Card>
          )}
          {steps.includes('list-rectification') && <RectificationForm again={again} />}
        </div>
        <div className={css.column}>
          <AppraisalSteps again={again} />
          {steps.includes('plan-appraisal') && (
            <Row>
              <LinkButton to={`/desk/appraisals/new?of=${appraisal.id}`}>
                {t('meetings.appraisal.change-plan')}
              </LinkButton>
            </Row>
          )}
          <p>
            <a href={`/appraisals/${appraisal.id}`}>{t('meetings.hearing.public-page')}</a>
          </p>
        </div>
      </div>
    </DeskPage>
  );
}

function About() {
  const { t, dates } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { appraisal } = detail;
  const named = useNamed();
  return (
    <Card>
      <Facts
        facts={[
          [t('meetings.appraisal.when'), dates.moment(appraisal.startsAt)],
          [t('meetings.hearing.place'), appraisal.place],
          [t('meetings.appraisal.finished'), appraisal.finishedOn && dates.day(appraisal.finishedOn)],
          [t('meetings.appraisal.criteria'), appraisal.criteria.join(t('meetings.comma'))],
          [t('meetings.hearing.convener'), named(appraisal.convener)],
          [t('meetings.appraisal.self-report'), detail.selfReport],
          [t('meetings.appraisal.questions'), detail.questions],
          [
            t('meetings.appraisal.slips-out'),
            detail.slipsOut > 0 ? t('meetings.appraisal.slips-n', { n: detail.slipsOut }) : null,
          ],
          [t('meetings.hearing.reason.cancelled'), appraisal.reason],
        ]}
      />
    </Card>
  );
}
