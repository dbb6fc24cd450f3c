import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { AgreementChip, AgreementWhole } from './agreement-text.part.tsx';
import { Compared } from './compared.part.tsx';
import type { loader } from './public-agreement.page.server.ts';

export { loader } from './public-agreement.page.server.ts';

/** The full text for everybody, and who signed it. */
export default function PublicAgreementPage() {
  const { t } = usePage();
  const { file, before } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t('agreements.agreement.named', { label: file.label })}
        lead={<a href="/commitments">{t('agreements.board.title')}</a>}
      >
        <AgreementChip standing={file.standing} />
      </PageHead>
      {file.standing === 'CONSULTING' && (
        <p>{t('agreements.agreement.say', { day: file.consultedUntil ?? '' })}</p>
      )}
      <AgreementWhole file={file} />
      {before && <Compared before={before} now={file} />}
    </>
  );
}
