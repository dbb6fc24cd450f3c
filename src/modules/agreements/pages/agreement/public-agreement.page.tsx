import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { AgreementChip, AgreementWhole } from './agreement-text.part.tsx';
import { Compared } from './compared.part.tsx';
import { Others } from './others.part.tsx';
import type { loader } from './public-agreement.page.server.ts';

export { loader } from './public-agreement.page.server.ts';

/** The full text for everybody, and who signed it. */
export default function PublicAgreementPage() {
  const { t } = usePage();
  const { file, before, others, today } = useLoaderData<typeof loader>();
  if (!file)
    return (
      <>
        <PageHead title={t('agreements.agreement.title')} lead={t('agreements.agreement.lead')} />
        <EmptyState title={t('agreements.agreement.none')}>
          <p>{t('agreements.agreement.none-public')}</p>
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHead
        title={t('agreements.agreement.named', { label: file.label })}
        lead={<a href="/commitments">{t('agreements.board.title')}</a>}
      >
        <AgreementChip standing={file.standing} />
      </PageHead>
      {file.standing === 'CONSULTING' && file.consultedUntil && (
        <p>
          {t(today > file.consultedUntil ? 'agreements.agreement.said' : 'agreements.agreement.say', {
            day: file.consultedUntil,
          })}
        </p>
      )}
      <Others others={others} />
      <AgreementWhole file={file} />
      {before && <Compared before={before} now={file} />}
    </>
  );
}
