import { useActionData, useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Facts, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './action.page.server.ts';
import { LightChip } from './action-line.part.tsx';
import css from './actions.module.css';
import { StepForm } from './step-form.part.tsx';

export { action, loader } from './action.page.server.ts';

/** One action: who answers for it, by when, how it stands, and the one step that comes next. */
export default function ActionPage() {
  const { t } = usePage();
  const { detail, isDone } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const { action } = detail;
  return (
    <DeskPage>
      <PageHead
        title={action.task}
        lead={<a href="/desk/actions">{t('resolutions.of', { code: action.code, n: action.number })}</a>}
      >
        <LightChip action={action} />
      </PageHead>
      {isDone && !again && <Notice>{t('resolutions.detail.saved')}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <ActionFacts />
        <Card title={t('resolutions.detail.now')}>
          <Stack>
            <p>{t(`resolutions.state.${action.state}`)}</p>
            {detail.holderGone && <p>{t('resolutions.detail.holder-gone')}</p>}
            {detail.steps.length === 0 && <p className="quiet">{t('resolutions.detail.no-step')}</p>}
            {detail.steps.map((step, at) => (
              <StepForm key={step} step={step} isFirst={at === 0} again={again} />
            ))}
          </Stack>
        </Card>
      </div>
    </DeskPage>
  );
}

function ActionFacts() {
  const { t, locale, dates } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { action } = detail;
  const name = (names: { nameZh: string; nameEn: string }) => (locale === 'en' ? names.nameEn : names.nameZh);
  return (
    <Stack>
      <Facts
        facts={[
          [t('resolutions.detail.lead'), name(action.lead)],
          [t('resolutions.detail.post'), name(action.post)],
          [t('resolutions.detail.person'), detail.person],
          [t('resolutions.detail.due'), dates.day(action.dueOn)],
          [
            t('resolutions.detail.first-due'),
            detail.firstDueOn === action.dueOn ? null : dates.day(detail.firstDueOn),
          ],
          [t('resolutions.detail.accept-by'), detail.acceptDueAt && dates.moment(detail.acceptDueAt)],
          [t('resolutions.detail.measure'), action.measure],
          [
            t('resolutions.detail.wanted'),
            detail.wanted && `${dates.day(detail.wanted.dueOn)} · ${detail.wanted.because}`,
          ],
          [t('resolutions.detail.reason'), detail.reason],
          [t('resolutions.detail.evidence'), detail.evidence],
          [t('resolutions.detail.waits'), action.waitsFor.length > 0 ? action.waitsFor.join(' · ') : null],
          [t('resolutions.detail.street'), detail.streetSaid],
          [t('resolutions.detail.verified'), detail.verifiedBy && name(detail.verifiedBy)],
        ]}
      />
      <Card title={t('resolutions.detail.resolved')}>
        <p lang={languageOf(detail.text)}>{detail.text}</p>
        <p className="quiet">
          {action.meeting} · {dates.day(action.resolvedOn)} ·{' '}
          <a href={`/actions/${action.code}`}>{t(`resolutions.resolution.${detail.resolutionState}`)}</a>
        </p>
        {detail.matters.length > 0 && (
          <p>
            {t('resolutions.detail.matters')} <MatterLinks codes={detail.matters} />
          </p>
        )}
      </Card>
      <Verification />
    </Stack>
  );
}

/** What others found, and what those who asked for it said: never who. */
function Verification() {
  const { t, locale, dates } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { check, answers, verdict } = detail;
  if (verdict === null && check === null && (answers ?? []).length === 0) return null;
  const by = check?.org ? (locale === 'en' ? check.org.nameEn : check.org.nameZh) : '';
  return (
    <Card title={t('resolutions.detail.verification')}>
      {verdict !== null && <p>{t(`resolutions.verdict.${verdict}`)}</p>}
      {check && (
        <p>
          {[by, t(`resolutions.check.${check.how}`)].filter((part) => part !== '').join(' · ')}
          <br />
          <span lang={languageOf(check.said)}>{check.said}</span>
        </p>
      )}
      {answers?.map((one) => (
        <p key={`${one.at.getTime()} ${one.answer}`}>
          {t(`resolutions.answer.${one.answer}`)}{' '}
          <span className="quiet">
            {t(`resolutions.asked.${one.how}`)} · {dates.moment(one.at)}
          </span>
          {one.said && (
            <>
              <br />
              <q lang={languageOf(one.said)}>{one.said}</q>
            </>
          )}
        </p>
      ))}
    </Card>
  );
}

/** Matters the resolution came from, for whoever sees all matters. */
function MatterLinks({ codes }: { codes: readonly string[] }) {
  return (
    <>
      {codes.map((code, at) => (
        <span key={code}>
          {at > 0 && ' · '}
          <a href={`/desk/matters/${code}`} className="num">
            {code}
          </a>
        </span>
      ))}
    </>
  );
}
