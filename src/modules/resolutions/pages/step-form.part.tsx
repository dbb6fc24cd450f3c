import { useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import { type ActionStep, ANSWERS, ASKED_HOW, CHECKS } from '../contract.ts';
import type { loader } from './action.page.server.ts';

type FieldName =
  | 'reason'
  | 'evidence'
  | 'due'
  | 'postId'
  | 'otherPost'
  | 'check'
  | 'found'
  | 'answer'
  | 'asked'
  | 'said'
  | 'doneTask'
  | 'restTask'
  | 'restMeasure'
  | 'waitsFor';

/** What has to be said with a step. */
const ASKS: Readonly<Partial<Record<ActionStep, readonly FieldName[]>>> = {
  'accept-action': ['otherPost'],
  'contest-action': ['reason'],
  'settle-contest': ['postId', 'reason'],
  'submit-action': ['evidence'],
  'check-action': ['check', 'found'],
  'answer-as-requester': ['answer', 'said'],
  'record-answer': ['asked', 'answer', 'said'],
  'return-action': ['reason'],
  'transfer-action': ['postId', 'reason'],
  'ask-later': ['due', 'reason'],
  'refuse-later': ['reason'],
  'block-action': ['reason'],
  'supervise-action': ['reason'],
  'split-action': ['doneTask', 'restTask', 'restMeasure', 'due'],
  'wait-for-action': ['waitsFor'],
  'stop-waiting': ['reason'],
  'reopen-action': ['due', 'reason'],
};

/** A day to be set, not one to put off to. */
const SETS_A_DAY: readonly ActionStep[] = ['reopen-action', 'split-action'];

type StepProps = {
  readonly step: ActionStep;
  readonly isFirst: boolean;
  readonly again: FormAgain | undefined;
};

/** A step: a button, or folded away with what it asks for. */
export function StepForm({ step, isFirst, again }: StepProps) {
  const { t } = usePage();
  const { detail, requestKey } = useLoaderData<typeof loader>();
  const asks = ASKS[step] ?? [];
  const own = again?.values.do === step ? again : undefined;
  const form = (
    <form method="post">
      <Stack>
        <input type="hidden" name="version" value={detail.version} />
        <input type="hidden" name="requestKey" value={requestKey} />
        {asks.map((field) => (
          <StepField key={field} field={field} step={step} again={own} />
        ))}
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

type FieldProps = {
  readonly field: FieldName;
  readonly step: ActionStep;
  readonly again: FormAgain | undefined;
};

/** One thing a step asks for; its name carries the step, so that every field of the page has a name of its own. */
function StepField({ field, step, again }: FieldProps) {
  const { t, locale } = usePage();
  const { detail } = useLoaderData<typeof loader>();
  const called = (names: { nameZh: string; nameEn: string }) =>
    locale === 'en' ? names.nameEn : names.nameZh;
  const key =
    field === 'due' && SETS_A_DAY.includes(step) ? 'resolutions.form.due' : `resolutions.ask.${field}`;
  const common = { name: `${step}.${SENT_AS[field] ?? field}`, label: t(key), again };
  const choice = (words: string, values: readonly string[]) => (
    <SelectField
      {...common}
      options={values.map((value) => ({ value, label: t(`resolutions.${words}.${value}`) }))}
      empty={t('resolutions.form.choose')}
    />
  );
  switch (field) {
    case 'postId':
    case 'otherPost':
      return (
        <SelectField
          {...common}
          options={detail.posts.map((post) => ({
            value: post.id,
            label: called(post),
            group: called(post.org),
          }))}
          empty={t(field === 'otherPost' ? 'resolutions.ask.same-post' : 'resolutions.form.choose')}
          optional={field === 'otherPost'}
        />
      );
    case 'check':
      return choice('check', CHECKS);
    case 'answer':
      return choice('answer', step === 'answer-as-requester' ? ['AGREES', 'DISAGREES'] : ANSWERS);
    case 'asked':
      return choice('asked', ASKED_HOW);
    case 'due':
      return <TextField {...common} hint={t('resolutions.form.due-hint')} maxLength={40} />;
    case 'waitsFor':
      return <TextField {...common} hint={t('resolutions.ask.waitsFor-hint')} maxLength={40} />;
    case 'evidence':
    case 'found':
      return <LongTextField {...common} maxLength={500} rows={3} />;
    case 'doneTask':
      return <TextField {...common} value={detail.action.task} maxLength={300} />;
    default:
      return (
        <TextField {...common} maxLength={field === 'restMeasure' ? 200 : 500} optional={field === 'said'} />
      );
  }
}

/** Fields whose value goes under another name. */
const SENT_AS: Readonly<Partial<Record<FieldName, string>>> = {
  otherPost: 'postId',
  check: 'how',
  found: 'said',
  asked: 'how',
};
