import type { ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import { dateKey } from '#kernel/work-calendar.ts';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Check } from '#web/ui/form/choice.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import type { AppraisalAction } from '../../contract/appraisal.ts';
import type { loader } from './appraisal.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** The steps that may be taken now, the next one on top; one that must wait says for what. */
export function AppraisalSteps({ again }: Again) {
  const { t, dates, now } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { appraisal, steps } = detail;
  const may = (step: AppraisalAction) => steps.includes(step);
  const isDay = dateKey(now) >= dateKey(appraisal.startsAt);
  if (steps.filter((step) => step !== 'cast-slip').length === 0) return null;
  return (
    <Card title={t('meetings.hearing.next')}>
      <Stack>
        {may('report-on-self') && <SelfReport again={again} />}
        {may('open-scoring') &&
          (isDay ? (
            <OpenForm again={again} />
          ) : (
            <p>{t('meetings.appraisal.open-after', { day: dates.day(appraisal.startsAt) })}</p>
          ))}
        {may('enter-slip') && <SlipForm again={again} />}
        {may('count-slips') && (
          <Step step="count-slips">
            <LongTextField
              name="questions"
              label={t('meetings.appraisal.questions')}
              hint={t('meetings.appraisal.questions-hint')}
              maxLength={5000}
              rows={4}
              optional
              again={again}
            />
          </Step>
        )}
        {may('publish-appraisal') &&
          (detail.pieceId ? (
            <p>
              {t('meetings.hearing.at-gate')}{' '}
              <a href={`/desk/redaction/${detail.pieceId}`}>{t('meetings.hearing.see-gate')}</a>
            </p>
          ) : (
            <Step step="publish-appraisal" primary />
          ))}
        {may('cancel-appraisal') && (
          <details open={again?.values.do === 'cancel-appraisal'}>
            <summary>{t('meetings.appraisal.do.cancel-appraisal')}</summary>
            <Step step="cancel-appraisal">
              <TextField
                name="reason"
                label={t('meetings.hearing.form.reason')}
                maxLength={300}
                again={again}
              />
            </Step>
          </details>
        )}
      </Stack>
    </Card>
  );
}

type StepProps = {
  readonly step: AppraisalAction;
  readonly primary?: boolean;
  readonly children?: ReactNode;
};

function Step({ step, primary = false, children }: StepProps) {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Stack>
        <input type="hidden" name="version" value={detail.version} />
        <input type="hidden" name="requestKey" value={requestKey} />
        {children}
        <Button {...(primary ? { kind: 'primary' as const } : {})} name="do" value={step}>
          {t(`meetings.appraisal.do.${step}`)}
        </Button>
      </Stack>
    </form>
  );
}

function SelfReport({ again }: Again) {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  return (
    <Step step="report-on-self" primary>
      <LongTextField
        name="text"
        label={t('meetings.appraisal.self-report')}
        hint={t('meetings.appraisal.self-report-hint')}
        maxLength={5000}
        rows={6}
        value={detail.selfReport ?? ''}
        again={again}
      />
    </Step>
  );
}

function OpenForm({ again }: Again) {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const isMore = detail.appraisal.state === 'OPEN';
  const form = (
    <Step step="open-scoring" primary={!isMore}>
      <TextField
        name="slips"
        type="number"
        label={t('meetings.appraisal.how-many')}
        hint={t('meetings.appraisal.how-many-hint')}
        inputMode="numeric"
        short
        again={again}
      />
    </Step>
  );
  if (!isMore) return form;
  return (
    <details>
      <summary>{t('meetings.appraisal.more-slips')}</summary>
      {form}
    </details>
  );
}

/** A slip that was ticked on paper, typed in by its code. */
function SlipForm({ again }: Again) {
  const { t } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const { criteria } = detail.appraisal;
  const own = again?.values.do === 'enter-slip' ? again : undefined;
  return (
    <Step step="enter-slip" primary>
      <input type="hidden" name="criteria" value={criteria.length} />
      <TextField
        name="code"
        label={t('meetings.appraisal.code')}
        maxLength={12}
        autoComplete="off"
        short
        autoFocus
        again={own}
      />
      {criteria.map((criterion, at) => (
        <SelectField
          key={criterion}
          name={`score${at + 1}`}
          label={criterion}
          options={['5', '4', '3', '2', '1'].map((mark) => ({
            value: mark,
            label: t(`meetings.appraisal.mark.${mark}`),
          }))}
          empty={t('meetings.appraisal.blank')}
          optional
          again={own}
        />
      ))}
      <Check name="isVoid" label={t('meetings.appraisal.void')} />
    </Step>
  );
}
