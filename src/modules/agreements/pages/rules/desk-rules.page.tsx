import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { DeskPage, EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { loader } from './desk-rules.page.server.ts';
import css from './rules.module.css';
import { Standing, useDaysOf } from './standing.part.tsx';

export { loader } from './desk-rules.page.server.ts';

/** Versions of the rules of procedure, and where the next one begins. */
export default function DeskRulesPage() {
  const { t } = usePage();
  const { versions, mayDraft, nextId } = useLoaderData<typeof loader>();
  const daysOf = useDaysOf();
  return (
    <DeskPage>
      <PageHead title={t('agreements.rules.title')} lead={t('agreements.rules.desk-lead')} />
      {versions.length === 0 && (
        <EmptyState title={t('agreements.rules.none')}>
          <p>{t(mayDraft ? 'agreements.rules.none-draft' : 'agreements.rules.none-yet')}</p>
        </EmptyState>
      )}
      {mayDraft && (
        <p>
          <LinkButton kind="primary" to={`/desk/rules/${nextId}`}>
            {t('agreements.rules.new')}
          </LinkButton>
        </p>
      )}
      <CardList label={t('agreements.rules.title')}>
        {versions.map((one) => (
          <li key={one.id} className={css.line}>
            <a href={mayDraft ? `/desk/rules/${one.id}` : `/rules/${encodeURIComponent(one.label)}`}>
              {t('agreements.rules.named', { label: one.label })}
            </a>
            <span className="quiet">{daysOf(one)}</span>
            <Standing standing={one.standing} />
          </li>
        ))}
      </CardList>
    </DeskPage>
  );
}
