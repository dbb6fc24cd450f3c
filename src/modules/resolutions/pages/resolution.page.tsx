import { useActionData, useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Facts, Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { StateChip } from '#web/ui/state-chip.tsx';
import { ENDINGS } from '../contract.ts';
import type { ActionStory } from '../queries/resolution-page.ts';
import { LightChip } from './action-line.part.tsx';
import css from './actions.module.css';
import type { loader } from './resolution.page.server.ts';

export { action, loader } from './resolution.page.server.ts';

/** What was resolved, who took it on, until when, and what came of it. */
export default function ResolutionPage() {
  const { t, dates } = usePage();
  const { story, isDone } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <>
      <PageHead
        title={story.text}
        windowTitle={story.code}
        lead={
          <>
            <span className="num">{story.code}</span> · {story.meeting} · {dates.day(story.resolvedOn)}
            {story.matters > 0 && ` · ${t('resolutions.from-matters', { n: story.matters })}`}
          </>
        }
      >
        <StateChip tone={story.state === 'FULFILLED' ? 'done' : 'ongoing'}>
          {t(`resolutions.resolution.${story.state}`)}
        </StateChip>
      </PageHead>
      {isDone && !again && <Notice>{t('resolutions.detail.saved')}</Notice>}
      <ErrorSummary again={again} />
      <Stack>
        {story.ended && (
          <Card>
            <p>{t('resolutions.ended', { day: dates.day(story.ended.on) })}</p>
            <p lang={languageOf(story.ended.because)}>{story.ended.because}</p>
          </Card>
        )}
        {story.actions.map((one) => (
          <ActionCard key={one.action.id} one={one} again={again} />
        ))}
        {story.mayEnd && (story.state === 'ADOPTED' || story.state === 'IN_EFFECT') && <End again={again} />}
        <p>
          <a href="/actions">{t('resolutions.all')}</a>
        </p>
      </Stack>
    </>
  );
}

function ActionCard({ one, again }: { one: ActionStory; again: FormAgain | undefined }) {
  const { t, locale, dates } = usePage();
  const { action } = one;
  const name = (names: { nameZh: string; nameEn: string }) => (locale === 'en' ? names.nameEn : names.nameZh);
  return (
    <Card title={action.task}>
      <p className={css.chips}>
        <LightChip action={action} /> {action.light !== 'DONE' && t(`resolutions.state.${action.state}`)}
      </p>
      <Facts
        facts={[
          [t('resolutions.detail.lead'), name(action.lead)],
          [t('resolutions.detail.post'), name(action.post)],
          [t('resolutions.detail.due'), dates.day(action.dueOn)],
          [
            t('resolutions.detail.first-due'),
            one.firstDueOn === action.dueOn ? null : dates.day(one.firstDueOn),
          ],
          [t('resolutions.detail.measure'), action.measure],
          [t('resolutions.detail.waits'), action.waitsFor.length > 0 ? action.waitsFor.join(' · ') : null],
          [t('resolutions.detail.result'), one.result],
        ]}
      />
      {one.history.length > 0 && (
        <ol className={css.history} aria-label={t('resolutions.detail.history')}>
          {one.history.map((step) => (
            <li key={`${step.key} ${step.day}`}>
              <time dateTime={step.day} className="quiet num">
                {dates.day(step.day)}
              </time>{' '}
              {t(`resolutions.history.${step.key}`, { day: dates.day(step.dueOn) })}
            </li>
          ))}
        </ol>
      )}
      {one.mayAnswer && <AnswerForm actionId={action.id} again={again} />}
    </Card>
  );
}

/** The two answers of who asked for it; a no says what is missing. */
function AnswerForm({ actionId, again }: { actionId: string; again: FormAgain | undefined }) {
  const { t } = usePage();
  const { requestKey } = useLoaderData<typeof loader>();
  const own = again?.values.actionId === actionId ? again : undefined;
  return (
    <form method="post">
      <Stack>
        <h3>{t('resolutions.answer.ask')}</h3>
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="actionId" value={actionId} />
        <LongTextField
          name={`said.${actionId}`}
          label={t('resolutions.answer.said')}
          maxLength={500}
          rows={2}
          optional
          again={own}
        />
        <Row>
          <Button kind="primary" name="answer" value="AGREES">
            {t('resolutions.answer.yes')}
          </Button>
          <Button name="answer" value="DISAGREES">
            {t('resolutions.answer.no')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

/** For the general branch: it no longer stands. */
function End({ again }: { again: FormAgain | undefined }) {
  const { t } = usePage();
  const { story, requestKey } = useLoaderData<typeof loader>();
  const own = again?.values.do === 'end' ? again : undefined;
  return (
    <details open={own !== undefined}>
      <summary>{t('resolutions.end.title')}</summary>
      <form method="post">
        <Stack>
          <p className="quiet">{t('resolutions.end.means')}</p>
          <input type="hidden" name="requestKey" value={requestKey} />
          <input type="hidden" name="resolutionId" value={story.id} />
          <SelectField
            name="how"
            label={t('resolutions.end.how')}
            options={ENDINGS.map((how) => ({ value: how, label: t(`resolutions.end.${how}`) }))}
            empty={t('resolutions.form.choose')}
            again={own}
          />
          <TextField
            name="amendedBy"
            label={t('resolutions.end.amended-by')}
            hint={t('resolutions.end.amended-by-hint')}
            maxLength={20}
            optional
            again={own}
          />
          <TextField name="because" label={t('resolutions.end.because')} maxLength={500} again={own} />
          <Button name="do" value="end">
            {t('resolutions.end.save')}
          </Button>
        </Stack>
      </form>
    </details>
  );
}
