import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { LongTextField, SelectField, TextField } from '#web/ui/form/field.tsx';
import { DeskPage, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './actions.module.css';
import type { loader } from './record.page.server.ts';

export { action, loader } from './record.page.server.ts';

/** What the meeting resolved: without an organisation, a post, a day and a measure nothing is recorded. */
export default function RecordPage() {
  const { t } = usePage();
  const { id, today, requestKey, matter } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={t('resolutions.record')} lead={t('resolutions.form.owners')} />
      <ErrorSummary again={again} />
      <Card>
        <form method="post">
          <Stack>
            <input type="hidden" name="id" value={again?.values.id ?? id} />
            <input type="hidden" name="requestKey" value={requestKey} />
            <Row>
              <TextField
                name="meeting"
                label={t('resolutions.form.meeting')}
                hint={t('resolutions.form.meeting-hint')}
                maxLength={80}
                again={again}
              />
              <TextField
                name="resolvedOn"
                type="date"
                label={t('resolutions.form.day')}
                value={today}
                again={again}
              />
            </Row>
            <LongTextField
              name="text"
              label={t('resolutions.form.text')}
              maxLength={1000}
              rows={3}
              again={again}
            />
            <TextField
              name="matters"
              label={t('resolutions.form.matters')}
              hint={t('resolutions.form.matters-hint')}
              value={matter}
              maxLength={400}
              optional
              again={again}
            />
            {[1, 2, 3, 4].map((n) => (
              <ActionFields key={n} n={n} again={again} />
            ))}
            <Row>
              <Button kind="primary">{t('resolutions.form.save')}</Button>
            </Row>
          </Stack>
        </form>
      </Card>
    </DeskPage>
  );
}

function ActionFields({ n, again }: { n: number; again: FormAgain | undefined }) {
  const { t, locale } = usePage();
  const { posts } = useLoaderData<typeof loader>();
  const optional = n > 1;
  const name = (names: { nameZh: string; nameEn: string }) => (locale === 'en' ? names.nameEn : names.nameZh);
  return (
    <fieldset className={css.action}>
      <legend>{t('resolutions.form.action', { n })}</legend>
      <div className={css.wide}>
        <TextField
          name={`task${n}`}
          label={t('resolutions.form.task')}
          maxLength={300}
          optional={optional}
          again={again}
        />
      </div>
      <SelectField
        name={`post${n}`}
        label={t('resolutions.form.post')}
        options={posts.map((post) => ({ value: post.id, label: name(post), group: name(post.org) }))}
        empty={t('resolutions.form.choose')}
        optional={optional}
        again={again}
      />
      <TextField
        name={`due${n}`}
        label={t('resolutions.form.due')}
        hint={t('resolutions.form.due-hint')}
        maxLength={40}
        optional={optional}
        again={again}
      />
      <TextField
        name={`measure${n}`}
        label={t('resolutions.form.measure')}
        hint={t('resolutions.form.measure-hint')}
        maxLength={200}
        optional={optional}
        again={again}
      />
      {n > 1 && (
        <SelectField
          name={`after${n}`}
          label={t('resolutions.form.after')}
          options={[1, 2, 3]
            .filter((before) => before < n)
            .map((before) => ({ value: String(before), label: t('resolutions.form.action', { n: before }) }))}
          empty={t('resolutions.form.after-none')}
          optional
          again={again}
        />
      )}
    </fieldset>
  );
}
