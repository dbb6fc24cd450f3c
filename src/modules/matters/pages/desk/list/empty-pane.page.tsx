import { usePage } from '#web/page/use-page.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './columns.module.css';

/** Beside the list while no matter is open. */
export default function EmptyPane() {
  const { t, session } = usePage();
  return (
    <div className={css.empty}>
      <PageHead title={t('desk.title')} lead={t('desk.choose', { name: session?.name ?? '' })} />
      <p className="quiet">{t('desk.keys')}</p>
    </div>
  );
}
