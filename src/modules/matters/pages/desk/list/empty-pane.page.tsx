import { useOutletContext } from 'react-router';
import { NoEstate } from '#modules/registry/widgets.tsx';
import { usePage } from '#web/page/use-page.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './columns.module.css';

/** What the list tells the pane beside it. */
export type BesideList = { readonly hasEstate: boolean };

/** Beside the list while no matter is open; in a neighborhood that has just been set up it says how to begin. */
export default function EmptyPane() {
  const { t, session } = usePage();
  const { hasEstate } = useOutletContext<BesideList>();
  return (
    <div className={css.empty}>
      <PageHead title={t('desk.title')} lead={hasEstate && t('desk.choose', { name: session?.name ?? '' })} />
      {hasEstate ? <p className="quiet">{t('desk.keys')}</p> : <NoEstate />}
    </div>
  );
}
