import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList } from '#web/ui/card.tsx';
import { DeskPage, EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import css from './agreement.module.css';
import { AgreementChip } from './agreement-text.part.tsx';
import type { loader } from './desk-agreements.page.server.ts';

export { loader } from './desk-agreements.page.server.ts';

/** Agreements, and where the next one begins. */
export default function DeskAgreementsPage() {
  const { t } = usePage();
  const { agreements, mayDraft, nextId } = useLoaderData<typeof loader>();
  return (
    <DeskPage>
      <PageHead title={t('agreements.agreement.title')} lead={t('agreements.agreement.lead')} />
      {agreements.length === 0 && (
        <EmptyState title={t('agreements.agreement.none')}>
          <p>{t(mayDraft ? 'agreements.agreement.none-draft' : 'agreements.board.none-yet')}</p>
        </EmptyState>
      )}
      {mayDraft && (
        <p>
          <LinkButton kind="primary" to={`/desk/agreement/${nextId}`}>
            {t('agreements.agreement.new')}
          </LinkButton>
        </p>
      )}
      <CardList label={t('agreements.agreement.title')}>
        {agreements.map((one) => (
          <li key={one.id} className={css.line}>
            <a href={`/desk/agreement/${one.id}`}>{t('agreements.agreement.named', { label: one.label })}</a>
            <span className="quiet">
              {t('agreements.agreement.from-until', { from: one.startsOn, until: one.endsOn })}
            </span>
            <AgreementChip standing={one.standing} />
          </li>
        ))}
      </CardList>
    </DeskPage>
  );
}
