import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { DeskPage, EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { PublicAction } from '../contract.ts';
import { ActionLine } from './action-line.part.tsx';
import type { loader } from './desk-actions.page.server.ts';

export { loader } from './desk-actions.page.server.ts';

/** What waits for me, what my organisation leads, and how the others stand. */
export default function DeskActionsPage() {
  const { t } = usePage();
  const { waiting, own, late, others, done, mayRecord } = useLoaderData<typeof loader>();
  const isEmpty = [waiting, own, late, others, done].every((list) => list.length === 0);
  return (
    <DeskPage>
      <PageHead title={t('resolutions.desk-title')} lead={t('resolutions.desk-lead')} />
      <Row>
        {mayRecord && (
          <LinkButton kind="primary" to="/desk/actions/new">
            {t('resolutions.record')}
          </LinkButton>
        )}
        <LinkButton to="/actions/screen">{t('resolutions.screen.link')}</LinkButton>
      </Row>
      {isEmpty ? (
        <EmptyState title={t('resolutions.none')}>
          <p>{t(mayRecord ? 'resolutions.none-record' : 'resolutions.none-next')}</p>
        </EmptyState>
      ) : (
        <>
          {waiting.length === 0 && <p className="quiet">{t('resolutions.nothing-waits')}</p>}
          <List title={t('resolutions.waiting')} actions={waiting} />
          <List title={t('resolutions.own')} actions={own} />
          <List title={t('resolutions.late')} actions={late} />
          <List title={t('resolutions.others')} actions={others} />
          <List title={t('resolutions.done')} actions={done} />
        </>
      )}
    </DeskPage>
  );
}

function List({ title, actions }: { title: string; actions: readonly PublicAction[] }) {
  if (actions.length === 0) return null;
  return (
    <Section title={title}>
      <CardList label={title}>
        {actions.map((action) => (
          <ActionLine key={action.id} action={action} to={`/desk/actions/${action.id}`} />
        ))}
      </CardList>
    </Section>
  );
}
