import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { Card } from '#web/ui/card.tsx';
import { DeskPage, EmptyState, Facts } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { Level } from '../../queries/levels.ts';
import css from './levels.module.css';
import type { loader } from './levels.page.server.ts';

export { loader } from './levels.page.server.ts';

/** What a street or an auditor sees of the neighborhoods below: how much is open, late, stuck or parked. */
export default function LevelsPage() {
  const { t } = usePage();
  const { levels } = useLoaderData<typeof loader>();
  return (
    <DeskPage>
      <PageHead title={t('oversight.levels-title')} lead={t('oversight.levels-lead')} />
      {levels.length === 0 && (
        <EmptyState title={t('oversight.levels-none')}>{t('oversight.levels-none-next')}</EmptyState>
      )}
      {levels.length > 0 && <p className="quiet">{t('oversight.levels-total', { n: levels.length })}</p>}
      <div className={css.levels}>
        {levels.map((level) => (
          <LevelCard key={level.neighborhoodId} level={level} />
        ))}
      </div>
    </DeskPage>
  );
}

function LevelCard({ level }: { level: Level }) {
  const { t, locale, neighborhood } = usePage();
  const name = locale === 'en' ? level.nameEn : level.nameZh;
  const post = locale === 'en' ? level.post.nameEn : level.post.nameZh;
  const { open, overdue, escalated, parked } = level.counts;
  const part = (n: number) => t('oversight.level.of-open', { n, of: open });
  const here = level.neighborhoodId === neighborhood.id ? ` · ${t('oversight.level.here')}` : '';
  return (
    <Card title={`${name}${here}`} {...(overdue > 0 ? { tone: 'late' as const } : {})}>
      <Facts
        facts={[
          [t('oversight.level.open'), <strong key="open">{open}</strong>],
          [t('oversight.level.overdue'), `${overdue > 0 ? '■ ' : ''}${part(overdue)}`],
          [t('oversight.level.escalated'), part(escalated)],
          [t('oversight.level.parked'), part(parked)],
        ]}
      />
      <p className="quiet">{t('oversight.level.as', { post })}</p>
    </Card>
  );
}
