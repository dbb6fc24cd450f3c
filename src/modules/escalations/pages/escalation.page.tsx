import { useActionData, useLoaderData } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Brief, Chain, Decisions, History } from './brief.part.tsx';
import type { loader } from './escalation.page.server.ts';
import { ClockChip, StandsChip } from './escalation-words.part.tsx';
import css from './escalations.module.css';
import { StepForm } from './step-form.part.tsx';
import { Whistles } from './whistles.part.tsx';

export { action, loader } from './escalation.page.server.ts';

/** One matter that climbed: its brief on one page, whom it waits for, what came of it; beside it what to do now. */
export default function EscalationPage() {
  const { t } = usePage();
  const { detail, isDone } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const isAsked = detail.waits === 'whistle' || detail.waits === 'press';
  return (
    <DeskPage>
      <p>
        <a href="/desk/escalations">{t('escalations.back')}</a>
      </p>
      <Head />
      {isDone && !again && <Notice>{t('escalations.saved')}</Notice>}
      <ErrorSummary again={again} />
      <div className={css.two}>
        <Stack>
          {isAsked && <Whistles again={again} />}
          <Brief />
          {!isAsked && <Whistles again={again} />}
          <Decisions />
          <Chain />
          <History />
        </Stack>
        <Card title={t('escalations.now')}>
          <Stack>
            <p>
              {t(detail.waits ? `escalations.wait.${detail.waits}` : `escalations.stands.${detail.state}`)}
            </p>
            <Meeting />
            {detail.steps.map((step) => (
              <StepForm
                key={step}
                step={step}
                again={again}
                isFirst={detail.steps.length === 1 && detail.waits !== null}
              />
            ))}
            {isAsked && <a href="#whistles">{t('escalations.to-whistles')}</a>}
            {detail.steps.length === 0 && detail.waits === null && (
              <p className="quiet">{t('escalations.no-step')}</p>
            )}
            <Refused />
          </Stack>
        </Card>
      </div>
    </DeskPage>
  );
}

function Head() {
  const page = usePage();
  const { t } = page;
  const { detail } = useLoaderData<typeof loader>();
  const { matter, opensMatter } = detail;
  return (
    <PageHead
      title={matter.title || t('escalations.title-hidden')}
      windowTitle={t('escalations.window', { code: matter.code })}
      lead={
        <>
          {opensMatter ? (
            <a href={`/desk/matters/${matter.code}`} className="num">
              {matter.code}
            </a>
          ) : (
            <span className="num">{matter.code}</span>
          )}{' '}
          · {placeText(matter.place, page, 'BUILDING')} · {t(`matters.level.${matter.level}`)}
        </>
      }
    >
      <StandsChip state={detail.state} />
      {detail.clocks.map((clock) => (
        <ClockChip key={`${clock.name} ${clock.dueAt.getTime()}`} clock={clock} />
      ))}
    </PageHead>
  );
}

/** The meeting it stands on the agenda of, or where to call one. */
function Meeting() {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { meetingId, state, steps } = detail;
  const waits = (state === 'AD_HOC' || state === 'SCHEDULED') && steps.includes('whistle');
  if (!meetingId && !waits) return null;
  const adHoc = state === 'AD_HOC' ? '/desk/meetings/plan' : '/desk/meetings';
  const to = meetingId ? `/desk/meetings/${meetingId}` : adHoc;
  return (
    <Row>
      <LinkButton to={to} kind={meetingId ? 'plain' : 'primary'}>
        {t(meetingId ? 'escalations.see-meeting' : 'escalations.call-meeting')}
      </LinkButton>
    </Row>
  );
}

/** What has to wait, and for what. */
function Refused() {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  if (detail.refused.length === 0) return null;
  return (
    <ul className={css.later}>
      {detail.refused.map(({ step, refusal }) => (
        <li key={step}>
          <strong>{t(`escalations.do.${step}`)}</strong> {t(`refusal.${refusal.code}`, refusal.params)}
        </li>
      ))}
    </ul>
  );
}
