import { usePage } from '#web/page/use-page.tsx';
import { DeskPage } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { NoEstate } from '../../widgets.tsx';

export { loader } from './first-plan.page.server.ts';

/** Plans belong to estates, and there is none yet. */
export default function FirstPlanPage() {
  const { t } = usePage();
  return (
    <DeskPage>
      <PageHead title={t('registry.plan.nav')} lead={t('registry.plan.lead')} />
      <NoEstate />
    </DeskPage>
  );
}
