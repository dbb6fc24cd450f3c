import { useActionData, useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Facts, Notice, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { ActionStep } from '../contract.ts';
import type { loader } from './action.page.server.ts';
import { LightChip } from './action-line.part.tsx';
import css from './actions.module.css';

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
    <div>
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
          [t('resolutions.detail.verified'), detail.verifiedBy && name(detail.verifiedBy)],
        ]}
      />
      <Card title={t('resolutions.detail.resolved')}>
        <p lang={languageOf(detail.text)}>{detail.text}</p>
        <p className="quiet">
          {action.meeting} · {dates.day(action.resolvedOn)}
        </p>
      </Card>
    </div>
  );
}

/** What has to be said with a step. */
const ASKS: Readonly<Partial<Record<ActionStep, readonly ('reason' | 'evidence' | 'due' | 'post')[]>>> = {
  'contest-action': ['reason'],
  'settle-contest': ['post', 'reason'],
  'submit-action': ['evidence'],
  'return-action': ['reason'],
  'transfer-action': ['post', 'reason'],
  'ask-later': ['due', 'reason'],
  'refuse-later': ['reason'],
  'block-action': ['reason'],
  'reopen-action': ['due', 'reason'],
};

type StepProps = {
  readonly step: ActionStep;
  readonly isFirst: boolean;
  readonly again: FormAgain | undefined;
};

/** A step: a button, or folded away with what it asks for. */
function StepForm({ step, isFirst, again }: StepProps) {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  const asks = ASKS[step] ?? [];
  const own = again?.values.do === step ? again : undefined;
  const form = (
    <form method="post">
      <Stack>
        <input type="hidden" name="version" value={detail.version} />
        <input type="hidden" name="requestKey" value={requestKey} />
        {asks.includes('post') && <PostField again={own} />}
        {asks.includes('due') && (
          <TextField
            name="due"
            label={t(step === 'reopen-action' ? 'resolutions.form.due' : 'resolutions.ask.due')}
            hint={t('resolutions.form.due-hint')}
            maxLength={40}
            again={own}
          />
        )}
        {asks.includes('evidence') && (
          <LongTextField
            name="evidence"
            label={t('resolutions.ask.evidence')}
            maxLength={500}
            rows={3}
            again={own}
          />
        )}
        {asks.includes('reason') && (
          <TextField name="reason" label={t('resolutions.ask.reason')} maxLength={500} again={own} />
        )}
        <Button {...(isFirst ? { kind: 'primary' as const } : {})} name="do" value={step}>
          {t(`resolutions.do.${step}`)}
        </Button>
      </Stack>
    </form>
  );
  if (asks.length === 0) return form;
  return (
    <details open={own !== undefined || isFirst}>
      <summary>{t(`resolutions.do.${step}`)}</summary>
      {form}
    </details>
  );
}

function PostField({ again }: { again: FormAgain | undefined }) {
  const { t, locale } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const name = (names: { nameZh: string; nameEn: string }) => (locale === 'en' ? names.nameEn : names.nameZh);
  return (
    <SelectField
      name="postId"
      label={t('resolutions.ask.post')}
      options={detail.posts.map((post) => ({ value: post.id, label: name(post), group: name(post.org) }))}
      empty={t('resolutions.form.choose')}
      again={again}
    />
  );
}
