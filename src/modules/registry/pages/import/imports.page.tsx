import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { FieldFrame } from '#web/ui/form/field.tsx';
import { EmptyState, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { BatchState } from './batch-state.part.tsx';
import css from './import.module.css';
import type { loader } from './imports.page.server.ts';

export { action, loader } from './imports.page.server.ts';

/** Upload a spreadsheet; see what became of earlier ones. */
export default function ImportsPage() {
  const { t } = usePage();
  return (
    <div className={css.page}>
      <PageHead title={t('registry.import.title')} lead={t('registry.import.lead')} />
      <div className={css.two}>
        <Card>
          <Upload />
        </Card>
        <Card title={t('registry.import.what-happens')}>
          <ol className={css.steps}>
            <li>{t('registry.import.step-1')}</li>
            <li>{t('registry.import.step-2')}</li>
            <li>{t('registry.import.step-3')}</li>
          </ol>
          <p className="quiet">{t('registry.import.kept')}</p>
        </Card>
      </div>
      <Section title={t('registry.import.earlier')}>
        <Earlier />
      </Section>
    </div>
  );
}

function Upload() {
  const { t } = usePage();
  const again = useActionData() as FormAgain | undefined;
  const { requestKey } = useLoaderData<typeof loader>();
  return (
    <form method="post" encType="multipart/form-data">
      <Stack>
        <ErrorSummary again={again} />
        <input type="hidden" name="requestKey" value={requestKey} />
        <FieldFrame
          name="file"
          label={t('registry.import.file')}
          hint={t('registry.import.file-hint')}
          again={again}
        >
          {({ id, name, required, described }) => (
            <input
              {...described}
              id={id}
              name={name}
              required={required}
              type="file"
              accept=".xlsx,.csv"
              className={css.file}
            />
          )}
        </FieldFrame>
        <Row>
          <Button kind="primary">{t('registry.import.upload')}</Button>
        </Row>
      </Stack>
    </form>
  );
}

function Earlier() {
  const { t, dates } = usePage();
  const { batches } = useLoaderData<typeof loader>();
  if (batches.length === 0) {
    return <EmptyState title={t('registry.import.none')}>{t('registry.import.none-next')}</EmptyState>;
  }
  return (
    <CardList label={t('registry.import.earlier')}>
      {batches.map((batch) => (
        <li key={batch.id} className={css.earlier}>
          <a href={`/desk/registry/import/${batch.id}`}>{batch.fileName}</a>
          <span className="quiet">
            {t(`registry.import.kind.${batch.kind}`)} · {t('registry.import.rows', { n: batch.totalRows })} ·{' '}
            {dates.moment(batch.uploadedAt)}
          </span>
          <BatchState batch={batch} />
        </li>
      ))}
    </CardList>
  );
}
