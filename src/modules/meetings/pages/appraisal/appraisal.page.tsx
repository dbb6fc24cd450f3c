import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from '../hearing/hearing.module.css';
import { useNamed } from '../hearing/named.part.tsx';
import type { loader } from './appraisal.page.server.ts';
import { AppraisalState } from './appraisal-line.part.tsx';
import { Results } from './results.part.tsx';

export { loader } from './appraisal.page.server.ts';

/** One appraisal: whose work, by which criteria; then what the slips say and what is to be put right. */
export default function AppraisalPage() {
  const { t, dates } = usePage();
  const found = useLoaderData<typeof loader>();
  const { appraisal, results } = found;
  const named = useNamed();
  return (
    <>
      <PageHead
        title={`${named(appraisal.org)} · ${appraisal.title}`}
        lead={[appraisal.code, named(appraisal.estate)].filter(Boolean).join(' · ')}
      >
        <AppraisalState appraisal={appraisal} />
      </PageHead>
      <Card>
        <Facts
          facts={[
            [t('meetings.appraisal.when'), dates.moment(appraisal.startsAt)],
            [t('meetings.hearing.place'), appraisal.place],
            [t('meetings.appraisal.finished'), appraisal.finishedOn && dates.day(appraisal.finishedOn)],
            [t('meetings.appraisal.criteria'), appraisal.criteria.join(t('meetings.comma'))],
            [t('meetings.hearing.convener'), named(appraisal.convener)],
            [t('meetings.hearing.reason.cancelled'), appraisal.reason],
          ]}
        />
        <p className="quiet">{t('meetings.appraisal.nobody-knows')}</p>
        {appraisal.state === 'OPEN' && (
          <Row>
            <LinkButton kind="primary" to="/score">
              {t('meetings.appraisal.have-slip')}
            </LinkButton>
          </Row>
        )}
      </Card>
      {results && (
        <Card title={t('meetings.appraisal.results')}>
          <Results results={results} />
        </Card>
      )}
      {results && <Words title={t('meetings.appraisal.self-report')} text={found.selfReport} none />}
      {results && <Words title={t('meetings.appraisal.questions')} text={found.questions} />}
      {results && <Words title={t('meetings.appraisal.conclusion')} text={found.conclusion} />}
      {found.rectifications.length > 0 && <ToPutRight />}
      <p>
        <a href="/appraisals">{t('meetings.appraisal.all')}</a>
      </p>
    </>
  );
}

/** Somebody's words; an organisation that did not report on itself is told so. */
function Words({ title, text, none = false }: { title: string; text: string; none?: boolean }) {
  const { t } = usePage();
  if (text === '' && !none) return null;
  return (
    <Card title={title}>
      <p className={css.prose} lang={text === '' ? undefined : languageOf(text)}>
        {text === '' ? t('meetings.appraisal.no-self-report') : text}
      </p>
    </Card>
  );
}

function ToPutRight() {
  const { t, dates } = usePage();
  const { rectifications, resolution } = useLoaderData<typeof loader>();
  const named = useNamed();
  return (
    <Card title={t('meetings.appraisal.to-put-right')}>
      <ol className={css.answers}>
        {rectifications.map((one) => (
          <li key={one.number}>
            <p>
              <strong>{one.task}</strong>
            </p>
            <p className="quiet">
              {t('meetings.appraisal.by', {
                org: named(one.org),
                post: named(one.post),
                day: dates.day(one.dueOn),
              })}
            </p>
            <p className="quiet">{t('meetings.appraisal.measure', { measure: one.measure })}</p>
          </li>
        ))}
      </ol>
      {resolution && (
        <p>
          <a href="/actions">{t('meetings.appraisal.follow', { code: resolution })}</a>
        </p>
      )}
    </Card>
  );
}
