import { useActionData, useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Facts, Notice, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { Progress } from '../../queries/resident/progress.ts';
import { ConsentCard } from './consent-card.part.tsx';
import { CourseCards } from './course.part.tsx';
import { OwnForms } from './own-forms.part.tsx';
import css from './progress.module.css';
import type { loader, OwnAgain } from './progress.page.server.ts';
import { StatusChip } from './progress-words.part.tsx';

export { action, loader } from './progress.page.server.ts';

/** A matter in plain words for the one who reported it: what waits for them first, then how it goes. */
export default function ProgressPage() {
  const { t } = usePage();
  const { matter, done, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<OwnAgain>();
  const course = matter.main ?? matter;
  return (
    <>
      <PageHead
        title={matter.textHidden ? t(`category.${matter.category}`) : matter.title}
        windowTitle={matter.code}
        lead={<span className="num">{matter.code}</span>}
      >
        <StatusChip status={matter.status} late={course.next.late} />
      </PageHead>
      {done && !again && <Notice>{t(`resident.done.${done}`)}</Notice>}
      <OwnForms matter={matter} again={again} requestKey={requestKey} part="FIRST" />
      {matter.main && (
        <Card tone="ongoing">
          <p>{t('resident.progress.merged', { n: matter.households })}</p>
        </Card>
      )}
      {matter.declined && <Declined declined={matter.declined} />}
      <CourseCards course={course} />
      <Told matter={matter} />
      {matter.actions.includes('change-consent') && (
        <ConsentCard consents={matter.consents} again={again} requestKey={requestKey} />
      )}
      <OwnForms matter={matter} again={again} requestKey={requestKey} part="REST" />
      <Row>
        <LinkButton to={`/report/sent/${matter.code}`}>{t('resident.progress.slip')}</LinkButton>
      </Row>
    </>
  );
}

function Declined({ declined }: { declined: NonNullable<Progress['declined']> }) {
  const { t } = usePage();
  return (
    <Card title={t('resident.progress.declined')} tone="due">
      <Facts
        facts={[
          [t('resident.progress.reason'), t(`matters.decline-reason.${declined.reason}`)],
          [t('resident.progress.explanation'), declined.explanation],
          [t('resident.progress.where'), declined.where],
        ]}
      />
    </Card>
  );
}

/** What the reporter told: their own words, place and photos. */
function Told({ matter }: { matter: Progress }) {
  const { t, locale, dates } = usePage();
  return (
    <Card title={t('resident.progress.told')}>
      <p className={css.words}>{matter.textHidden ? t('resident.progress.hidden') : matter.description}</p>
      <Facts
        facts={[
          [t('resident.progress.place'), placeText(matter.place, { t, locale })],
          [t('resident.progress.category'), t(`category.${matter.category}`)],
          [t('resident.progress.submitted'), dates.moment(matter.submittedAt)],
        ]}
      />
      {matter.photos.length > 0 && (
        <ul className={css.photos}>
          {matter.photos.map(({ fileId }, index) => (
            <li key={fileId}>
              <a href={`/files/${fileId}`}>
                <img
                  src={`/files/${fileId}?size=small`}
                  alt={t('resident.progress.photo', { n: index + 1 })}
                  loading="lazy"
                  width={96}
                  height={96}
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
