import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Card, CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { Parameters } from './parameters.part.tsx';
import type { loader } from './public-rules.page.server.ts';
import css from './rules.module.css';
import { Standing, useDaysOf } from './standing.part.tsx';

export { loader } from './public-rules.page.server.ts';

/** By which rules the neighborhood deliberates: for everybody. */
export default function PublicRulesPage() {
  const { t } = usePage();
  const { versions } = useLoaderData<typeof loader>();
  const daysOf = useDaysOf();
  const current = versions.find(({ standing }) => standing === 'EFFECTIVE');
  const others = versions.filter((one) => one !== current);
  return (
    <>
      <PageHead title={t('agreements.rules.title')} lead={t('agreements.rules.lead')} />
      {current ? (
        <Card>
          <p className={css.line}>
            <strong>{t('agreements.rules.named', { label: current.label })}</strong>
            <Standing standing={current.standing} />
          </p>
          <p className="quiet">{daysOf(current)}</p>
          <Parameters parameters={current.parameters} />
          <p>
            <a href={`/rules/${encodeURIComponent(current.label)}`}>{t('agreements.rules.whole')}</a>
          </p>
        </Card>
      ) : (
        <EmptyState title={t('agreements.rules.none')}>
          <p>{t('agreements.rules.none-yet')}</p>
        </EmptyState>
      )}
      {others.length > 0 && (
        <Section title={t('agreements.rules.others')}>
          <CardList label={t('agreements.rules.others')}>
            {others.map((one) => (
              <li key={one.id} className={css.line}>
                <a href={`/rules/${encodeURIComponent(one.label)}`}>
                  {t('agreements.rules.named', { label: one.label })}
                </a>
                <span className="quiet">{daysOf(one)}</span>
                <Standing standing={one.standing} />
              </li>
            ))}
          </CardList>
        </Section>
      )}
    </>
  );
}
