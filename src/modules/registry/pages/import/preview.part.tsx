import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState, Row, Stack } from '#web/ui/layout.tsx';
import type { loader } from './batch.page.server.ts';
import css from './import.module.css';
import { PreviewRow } from './preview-row.part.tsx';

const ORDER = ['REJECTED', 'CHANGED', 'NEW', 'UNCHANGED'] as const;

/** What an import would change, row by row, and the decision. */
export function Preview() {
  const { t } = usePage();
  const { batch } = useLoaderData<typeof loader>();
  const changes = batch.newRows + batch.changedRows;
  const { estates, buildings, stairwells } = batch.plan;
  const creates = { estates: estates.length, buildings: buildings.length, stairwells: stairwells.length };
  const names = estates.map((estate) => estate.name).join('、') || '–';
  return (
    <>
      <Card tone={batch.rejectedRows > 0 ? 'due' : 'ongoing'}>
        <Stack>
          <p className={css.summary}>
            {t('registry.import.summary', {
              changes,
              unchanged: batch.unchangedRows,
              rejected: batch.rejectedRows,
            })}
          </p>
          {creates.estates + creates.buildings + creates.stairwells > 0 && (
            <p>
              {t('registry.import.creates', { ...creates, names })}
              {creates.estates > 0 && ` ${t('registry.import.creates-check')}`}
            </p>
          )}
          <Decision changes={changes} />
        </Stack>
      </Card>
      <Rows />
    </>
  );
}

function Decision({ changes }: { changes: number }) {
  const { t } = usePage();
  const { batch } = useLoaderData<typeof loader>();
  return (
    <form method="post">
      <Row>
        {changes > 0 && (
          <Button kind="primary" name="intent" value="commit">
            {t('registry.import.commit', { n: changes })}
          </Button>
        )}
        {batch.rejectedRows > 0 && (
          <LinkButton to={`/desk/registry/import/${batch.id}/rejected`}>
            {t('registry.import.rejected-sheet')}
          </LinkButton>
        )}
        <LinkButton to={`/desk/registry/import/${batch.id}?map`} kind="ghost">
          {t('registry.import.remap')}
        </LinkButton>
        <Button kind="ghost" name="intent" value="discard">
          {t('registry.import.discard')}
        </Button>
      </Row>
    </form>
  );
}

function Rows() {
  const { t } = usePage();
  const { show, rows, counts } = useLoaderData<typeof loader>();
  return (
    <section className={css.rows}>
      <nav className={css.tabs} aria-label={t('registry.import.change')}>
        {ORDER.map((outcome) => (
          <a key={outcome} href={`?show=${outcome}`} aria-current={outcome === show ? 'page' : undefined}>
            {t(`registry.import.outcome.${outcome}`)} {counts[outcome]}
          </a>
        ))}
      </nav>
      {show === 'UNCHANGED' && counts.UNCHANGED > 0 && (
        <p className="quiet">{t('registry.import.unchanged-note')}</p>
      )}
      {rows.length === 0 ? (
        <EmptyState title={t('registry.import.no-rows')} />
      ) : (
        show !== 'UNCHANGED' && (
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('registry.import.row')}</th>
                <th scope="col">{t('registry.import.place')}</th>
                <th scope="col">
                  {t(show === 'REJECTED' ? 'registry.import.reasons' : 'registry.import.change')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <PreviewRow key={row.number} row={row} />
              ))}
            </tbody>
          </table>
        )
      )}
      <Pages />
    </section>
  );
}

function Pages() {
  const { t } = usePage();
  const { show, page, pages } = useLoaderData<typeof loader>();
  if (pages === 1 || show === 'UNCHANGED') return null;
  return (
    <Row>
      {page > 1 && <a href={`?show=${show}&page=${page - 1}`}>{t('registry.import.previous')}</a>}
      <span className="quiet">{t('registry.import.page', { page, pages })}</span>
      {page < pages && <a href={`?show=${show}&page=${page + 1}`}>{t('registry.import.next')}</a>}
    </Row>
  );
}
