import type { ReactNode } from 'react';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Choice } from '#web/ui/form/choice.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField } from '#web/ui/form/field.tsx';
import { Stack } from '#web/ui/layout.tsx';
import type { Progress } from '../../queries/resident/progress.ts';
import type { OwnAction } from '../../rules/resident/own-actions.ts';
import { Photos } from '../report/report-fields.part.tsx';
import css from './progress.module.css';
import type { OwnAgain } from './progress.page.server.ts';

type Props = {
  readonly matter: Progress;
  readonly again: OwnAgain | undefined;
  readonly requestKey: string;
  /** What waits for the reporter stands first on the page; what they may do besides, last. */
  readonly part: 'FIRST' | 'REST';
};

/** Consents have a card of their own. */
type FormAction = Exclude<OwnAction, 'change-consent'>;

/** What the handlers wait for. */
const FIRST: readonly OwnAction[] = ['answer-follow-up', 'reply'];

/** The forms of exactly those actions that are possible now. */
export function OwnForms({ matter, again, requestKey, part }: Props) {
  const { t } = usePage();
  const shown = matter.actions
    .filter((action) => action !== 'change-consent')
    .filter((action) => FIRST.includes(action) === (part === 'FIRST'));
  return (
    <>
      {part === 'FIRST' && matter.withdrawalAsked && (
        <Card tone="due">
          <p>{t('resident.progress.withdrawal-asked')}</p>
        </Card>
      )}
      {shown.map((action) => (
        <OwnForm
          key={action}
          action={action}
          again={again?.form === action ? again : undefined}
          requestKey={requestKey}
        />
      ))}
    </>
  );
}

type FormProps = {
  readonly action: FormAction;
  readonly again: OwnAgain | undefined;
  readonly requestKey: string;
};

/** One form in a card; those that are seldom needed are folded away. */
function OwnForm({ action, again, requestKey }: FormProps) {
  const { t } = usePage();
  const first = FIRST.includes(action);
  const body = (
    <form method="post" encType={action === 'add-photo' ? 'multipart/form-data' : undefined}>
      <Stack>
        <ErrorSummary again={again} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <p>{t(`resident.form.${action}.lead`)}</p>
        <Fields action={action} again={again} />
        <Button kind={first ? 'primary' : 'plain'} name="do" value={action}>
          {t(`resident.form.${action}.send`)}
        </Button>
      </Stack>
    </form>
  );
  const title = t(`resident.form.${action}.title`);
  if (first) {
    return (
      <Card title={title} tone="due" id={action}>
        {body}
      </Card>
    );
  }
  return (
    <Folded title={title} open={again !== undefined}>
      {body}
    </Folded>
  );
}

function Folded({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <details className={css.folded} open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

/** The one text of a form: its name, how long it may be, and whether it may stay empty. */
const TEXTS: Readonly<
  Record<
    Exclude<FormAction, 'answer-follow-up' | 'add-photo'>,
    { readonly name: string; readonly maxLength: number; readonly rows: number; readonly optional: boolean }
  >
> = {
  reply: { name: 'text', maxLength: 500, rows: 3, optional: false },
  urge: { name: 'text', maxLength: 200, rows: 2, optional: true },
  'ask-withdrawal': { name: 'reason', maxLength: 300, rows: 2, optional: true },
  reopen: { name: 'reason', maxLength: 500, rows: 3, optional: false },
  'appeal-decline': { name: 'text', maxLength: 500, rows: 3, optional: false },
};

function Fields({ action, again }: Pick<FormProps, 'action' | 'again'>) {
  const { t } = usePage();
  if (action === 'answer-follow-up') return <Answer again={again} />;
  if (action === 'add-photo')
    return <Photos again={again as never} label={t('resident.form.add-photo.field')} />;
  return <LongTextField {...TEXTS[action]} label={t(`resident.form.${action}.field`)} again={again} />;
}

/** The two questions, apart: solved? satisfied? */
function Answer({ again }: { again: OwnAgain | undefined }) {
  const { t } = usePage();
  return (
    <>
      <Choice
        name="resolved"
        legend={t('resident.form.answer-follow-up.resolved')}
        options={[
          { value: 'yes', label: t('resident.form.answer-follow-up.yes') },
          { value: 'no', label: t('resident.form.answer-follow-up.no') },
        ]}
        columns
        again={again}
      />
      <Choice
        name="satisfaction"
        legend={t('resident.form.answer-follow-up.satisfaction')}
        options={['5', '4', '3', '2', '1'].map((value) => ({
          value,
          label: t(`matters.satisfaction.${value}`),
        }))}
        columns
        again={again}
      />
      <LongTextField
        name="text"
        label={t('resident.form.answer-follow-up.text')}
        maxLength={1000}
        rows={2}
        optional
        again={again}
      />
    </>
  );
}
