import { useActionData, useLoaderData } from 'react-router';
import type { FormAgain } from '#web/page/answers.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { ErrorSummary } from '#web/ui/form/error-summary.tsx';
import { SelectField } from '#web/ui/form/field.tsx';
import { DeskPage, EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { MatrixParty, MatrixRow } from '../../queries/responsibilities/matrix.ts';
import type { loader } from './desk-responsibilities.page.server.ts';
import { MatrixTable } from './matrix.part.tsx';

export { action, loader } from './desk-responsibilities.page.server.ts';

/** Duty, organisation, post and person on one sheet; what nobody fills is red. */
export default function DeskResponsibilitiesPage() {
  const { t } = usePage();
  const { matrix, ownOrgId } = useLoaderData<typeof loader>();
  const again = useActionData<FormAgain>();
  return (
    <DeskPage>
      <PageHead title={t('agreements.matrix.title')} lead={t('agreements.matrix.lead')} />
      <ErrorSummary again={again} />
      {matrix ? (
        <>
          <p className="quiet">
            {t('agreements.agreement.named', { label: matrix.label })} ·{' '}
            {t('agreements.matrix.vacancies', { n: matrix.vacancies })} · {t('agreements.matrix.print')}
          </p>
          <MatrixTable
            matrix={matrix}
            withNames
            under={(party, row) =>
              party.orgId === ownOrgId && row.line !== null ? (
                <Name party={party} row={row} again={again} />
              ) : null
            }
          />
        </>
      ) : (
        <EmptyState title={t('agreements.matrix.none')} />
      )}
    </DeskPage>
  );
}

type NameProps = {
  readonly party: MatrixParty;
  readonly row: MatrixRow;
  readonly again: FormAgain | undefined;
};

function Name({ row, again }: NameProps) {
  const { t, locale } = usePage();
  const { posts, requestKey, matrix } = useLoaderData<typeof loader>();
  const own = again?.values.line === String(row.line) ? again : undefined;
  return (
    <details open={own !== undefined}>
      <summary>{t(row.postId ? 'agreements.matrix.change' : 'agreements.matrix.name')}</summary>
      <form method="post">
        <input type="hidden" name="requestKey" value={requestKey} />
        <input type="hidden" name="agreementId" value={matrix?.agreementId ?? ''} />
        <input type="hidden" name="line" value={row.line ?? ''} />
        <Row>
          <SelectField
            name="postId"
            label={t('agreements.commitment.post')}
            options={posts.map((post) => ({
              value: post.id,
              label: locale === 'en' ? post.nameEn : post.nameZh,
            }))}
            value={row.postId ?? ''}
            empty={t('agreements.party.choose')}
            within={String(row.line)}
            again={own}
          />
          <Button>{t('agreements.matrix.save')}</Button>
        </Row>
      </form>
    </details>
  );
}
