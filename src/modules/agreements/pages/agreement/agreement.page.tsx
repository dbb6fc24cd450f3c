import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { DeskPage } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { ForumsForm } from '../forums/forums-form.part.tsx';
import type { loader } from './agreement.page.server.ts';
import { AgreementChip, AgreementWhole } from './agreement-text.part.tsx';
import { Compared } from './compared.part.tsx';
import { PartiesForm } from './parties-form.part.tsx';
import { Steps } from './steps.part.tsx';
import { TextForm } from './text-form.part.tsx';

export { action, loader } from './agreement.page.server.ts';

/** One agreement at the desk: while it is a draft its forms, afterwards the text to sign. */
export default function AgreementPage() {
  const { t } = usePage();
  const { file, mayDraft, compared } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  const writing =
    mayDraft && (file === null || file.standing === 'DRAFTING' || file.standing === 'CONSULTING');
  const of = (...steps: string[]) => (steps.includes(again?.values.do ?? '') ? again : undefined);
  return (
    <DeskPage>
      <PageHead
        title={file ? t('agreements.agreement.named', { label: file.label }) : t('agreements.agreement.new')}
        lead={<a href="/desk/agreement">{t('agreements.agreement.title')}</a>}
      >
        {file && <AgreementChip standing={file.standing} />}
      </PageHead>
      <ErrorSummary again={again} />
      {file && <Steps file={file} again={again} />}
      {writing && file && (
        <ForumsForm file={file} again={of('note-forum', 'note-opinion', 'answer-opinion')} />
      )}
      {writing && <TextForm again={of('draft-agreement')} />}
      {mayDraft && file?.standing === 'DRAFTING' && (
        <PartiesForm
          file={file}
          again={of('keep-party', 'drop-party', 'keep-commitment', 'drop-commitment')}
        />
      )}
      {file && !writing && <AgreementWhole file={file} log />}
      {file && compared && <Compared before={compared} now={file} />}
    </DeskPage>
  );
}
