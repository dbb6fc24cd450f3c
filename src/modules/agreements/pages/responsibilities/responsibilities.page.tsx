import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { MatrixTable } from './matrix.part.tsx';
import type { loader } from './responsibilities.page.server.ts';

export { loader } from './responsibilities.page.server.ts';

/** Who answers for what, by organisation and post: for everybody. */
export default function ResponsibilitiesPage() {
  const { t } = usePage();
  const { matrix } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('agreements.matrix.title')} lead={t('agreements.matrix.public-lead')} />
      {matrix ? (
        <>
          <p className="quiet">{t('agreements.matrix.vacancies', { n: matrix.vacancies })}</p>
          <MatrixTable matrix={matrix} withNames={false} />
        </>
      ) : (
        <EmptyState title={t('agreements.matrix.none')}>
          <p>{t('agreements.board.none-yet')}</p>
        </EmptyState>
      )}
    </>
  );
}
