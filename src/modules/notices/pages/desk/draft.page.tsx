import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from '../notices.module.css';
import type { loader } from './draft.page.server.ts';
import { Places } from './places.part.tsx';

export { action, loader } from './draft.page.server.ts';

type Again = { readonly again: FormAgain | undefined };

/** Writing a notice: what, where, for how long; a second person looks at it before anybody reads it. */
export default function DraftPage() {
  const { t } = usePage();
  const { replaces, requestKey } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const query = replaces ? `?replace=${replaces.number}` : '';
  return (
    <DeskPage>
      <PageHead
        title={t(replaces ? 'notices.desk.replace-title' : 'notices.desk.write')}
        lead={
          replaces
            ? t('notices.desk.replace-lead', { number: replaces.number })
            : t('notices.desk.write-lead')
        }
      />
      <ErrorSummary again={again} />
      <form method="post" action={`/desk/public-notices/new${query}`}>
        <input type="hidden" name="requestKey" value={requestKey} />
        {replaces && <input type="hidden" name="replacesId" value={replaces.id} />}
        <div className={css.columns}>
          <Card>
            <Stack>
              {replaces && (
                <TextField name="reason" label={t('notices.field.reason')} maxLength={200} again={again} />
              )}
              <What again={again} />
            </Stack>
          </Card>
          <Card>
            <Stack>
              <WhereAndWhen again={again} />
              <Row>
                <Button kind="primary">{t('notices.hand-over')}</Button>
              </Row>
            </Stack>
          </Card>
        </div>
      </form>
    </DeskPage>
  );
}

function What({ again }: Again) {
  const { t } = usePage();
  const { choices, replaces } = useLoaderData<typeof loader>();
  return (
    <>
      <SelectField
        name="kind"
        label={t('notices.public.kind')}
        options={choices.kinds.map(({ kind, days, objections }) => ({
          value: kind,
          label: t(objections ? 'notices.desk.kind-open' : 'notices.desk.kind-plain', {
            kind: t(`notices.public.kind.${kind}`),
            n: days,
          }),
        }))}
        value={replaces?.kind ?? 'ANNOUNCEMENT'}
        again={again}
      />
      <TextField
        name="title"
        label={t('notices.field.title')}
        maxLength={60}
        value={replaces?.title ?? ''}
        again={again}
      />
      <LongTextField
        name="body"
        label={t('notices.field.body')}
        hint={t('notices.desk.body-hint')}
        maxLength={4000}
        rows={9}
        value={replaces?.body ?? ''}
        again={again}
      />
      <TextField
        name="basis"
        label={t('notices.public.basis')}
        hint={t('notices.desk.basis-hint')}
        maxLength={200}
        value={replaces?.basis ?? ''}
        optional
        again={again}
      />
      <details className={css.buildings}>
        <summary>{t('notices.desk.laws')}</summary>
        <ul className={css.past}>
          {choices.kinds.map(({ kind }) => (
            <li key={kind}>
              <span>{t(`notices.public.kind.${kind}`)}</span>
              <span className="quiet">{t(`notices.public.law.${kind}`)}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function WhereAndWhen({ again }: Again) {
  const { t } = usePage();
  const { choices, replaces } = useLoaderData<typeof loader>();
  return (
    <>
      <Places choices={choices} replaces={replaces} again={again} />
      <TextField
        name="days"
        type="number"
        inputMode="numeric"
        short
        label={t('notices.desk.days')}
        hint={t('notices.desk.days-hint')}
        value={replaces ? String(replaces.days) : ''}
        optional
        again={again}
      />
      <TextField
        name="startsAt"
        type="datetime-local"
        label={t('notices.desk.starts-at')}
        hint={t('notices.desk.starts-hint')}
        optional
        again={again}
      />
      <TextField
        name="contactPhone"
        type="tel"
        label={t('notices.ask')}
        maxLength={30}
        value={replaces?.contactPhone ?? choices.phone}
        again={again}
      />
      <TextField
        name="desk"
        label={t('notices.desk.desk')}
        maxLength={80}
        value={replaces?.desk ?? ''}
        again={again}
      />
      <label className={css.tick}>
        <input
          type="checkbox"
          name="emergency"
          value="yes"
          defaultChecked={again?.values.emergency === 'yes'}
        />
        {t('notices.desk.emergency')}
      </label>
      <TextField
        name="emergencyReason"
        label={t('notices.field.emergency-reason')}
        maxLength={200}
        optional
        again={again}
      />
    </>
  );
}
