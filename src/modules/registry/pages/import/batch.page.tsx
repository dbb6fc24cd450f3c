import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { Notice, Row, Stack } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './batch.page.server.ts';
import { BatchState } from './batch-state.part.tsx';
import css from './import.module.css';
import { MappingForm } from './mapping.part.tsx';
import { Preview } from './preview.part.tsx';

export { action, loader } from './batch.page.server.ts';

/** One import, from its columns to what became of it. */
export default function BatchPage() {
  const { t, dates } = usePage();
  const { batch, mapping } = useLoaderData<typeof loader>();
  const again = useActionData() as FormAgain | undefined;
  const lead = [
    t(`registry.import.kind.${batch.kind}`),
    batch.sheetName && t('registry.import.sheet', { name: batch.sheetName }),
    t('registry.import.rows', { n: batch.totalRows }),
    dates.moment(batch.uploadedAt),
  ];
  return (
    <div className={css.page}>
      <p>
        <a href="/desk/registry/import">{t('registry.import.title')}</a>
      </p>
      <PageHead title={batch.fileName} lead={lead.filter(Boolean).join(' · ')}>
        <BatchState batch={batch} />
      </PageHead>
      {batch.otherSheets > 0 && mapping && (
        <p className="quiet">{t('registry.import.other-sheets', { n: batch.otherSheets })}</p>
      )}
      <ErrorSummary again={again} />
      {batch.refusal && (
        <Card tone="late">
          <p>{t(`refusal.${batch.refusal.code}`, batch.refusal.params)}</p>
        </Card>
      )}
      {mapping ? <MappingForm again={again} /> : <Stage />}
    </div>
  );
}

function Stage() {
  const { t } = usePage();
  const { batch } = useLoaderData<typeof loader>();
  if (batch.state === 'PREVIEWED') return <Preview />;
  if (batch.state === 'COMMITTED') return <Committed />;
  if (batch.state === 'UNDONE') return <Notice>{t('registry.import.undone')}</Notice>;
  if (batch.state === 'DISCARDED') return <Notice>{t('registry.import.discarded')}</Notice>;
  return <Progress />;
}

/** How far the work is; the page asks again by itself. */
function Progress() {
  const { t } = usePage();
  const { batch } = useLoaderData<typeof loader>();
  const total = batch.state === 'COMMITTING' ? batch.newRows + batch.changedRows : batch.totalRows;
  const key = { READING: 'reading', COMMITTING: 'committing' }[batch.state as string] ?? 'undoing';
  return (
    <Card tone="ongoing">
      <meta httpEquiv="refresh" content="2" />
      <Stack>
        <p role="status">{t(`registry.import.progress-${key}`, { done: batch.doneRows, total })}</p>
        {key !== 'undoing' && (
          <progress
            className={css.progress}
            value={batch.doneRows}
            max={total}
            aria-label={t('registry.import.title')}
          />
        )}
        <p className="quiet">{t('registry.import.progress-close')}</p>
      </Stack>
    </Card>
  );
}

/** What was written, what was not, and the way back. */
function Committed() {
  const { t, dates } = usePage();
  const { batch, canBeUndone } = useLoaderData<typeof loader>();
  const numbers = { new: batch.newRows, changed: batch.changedRows, rejected: batch.rejectedRows };
  return (
    <Card tone="done">
      <Stack>
        <p>{t('registry.import.done', { when: dates.moment(batch.committedAt!), ...numbers })}</p>
        <Row>
          {batch.rejectedRows > 0 && batch.endedAt === null && (
            <LinkButton to={`/desk/registry/import/${batch.id}/rejected`}>
              {t('registry.import.rejected-sheet')}
            </LinkButton>
          )}
          <LinkButton to="/desk/registry">{t('registry.title')}</LinkButton>
        </Row>
        {canBeUndone && (
          <form method="post">
            <input type="hidden" name="intent" value="undo" />
            <p className="quiet">{t('registry.import.undo-hint')}</p>
            <Button kind="danger">{t('registry.import.undo')}</Button>
          </form>
        )}
      </Stack>
    </Card>
  );
}
