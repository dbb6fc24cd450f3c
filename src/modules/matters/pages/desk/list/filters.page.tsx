import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './bulk.module.css';
import type { loader } from './filters.page.server.ts';

export { action, loader } from './filters.page.server.ts';

/** One's own saved filters: open, rename, delete. */
export default function FiltersPage() {
  const { t } = usePage();
  const { filters } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <div className={css.page}>
      <p>
        <a href="/desk">{t('desk.back')}</a>
      </p>
      <PageHead title={t('desk.saved')} lead={t('desk.filters-lead')} />
      <ErrorSummary again={again} />
      {filters.length === 0 ? (
        <EmptyState title={t('desk.no-filters')}>
          <p>{t('desk.no-filters-how')}</p>
        </EmptyState>
      ) : (
        <CardList>
          {filters.map((filter) => (
            <li key={filter.id} className={css.filter}>
              <a href={`/desk?${filter.query}`}>{filter.name}</a>
              <form method="post" action="/desk/filters">
                <input type="hidden" name="id" value={filter.id} />
                <input
                  name="name"
                  defaultValue={filter.name}
                  maxLength={20}
                  aria-label={t('desk.filter-name')}
                />
                <Button name="intent" value="rename">
                  {t('desk.filter-rename')}
                </Button>
                <Button name="intent" value="delete" kind="danger">
                  {t('desk.filter-delete')}
                </Button>
              </form>
            </li>
          ))}
        </CardList>
      )}
    </div>
  );
}
