import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { DeskPage, EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { ListedEscalation } from '../queries/escalation-list.ts';
import { EscalationLine } from './escalation-line.part.tsx';
import type { loader } from './escalations.page.server.ts';

export { loader } from './escalations.page.server.ts';

/** Matters that climbed: what waits for me, what is on its way, what is being done, what is over. */
export default function EscalationsPage() {
  const { t } = usePage();
  const { list, mayPropose } = useLoaderData<typeof loader>();
  const { waiting, underWay, tracking, ended } = list;
  const isEmpty = [waiting, underWay, tracking, ended].every((lines) => lines.length === 0);
  return (
    <DeskPage>
      <PageHead title={t('escalations.title')} lead={t('escalations.lead')} />
      {mayPropose && (
        <Row>
          <LinkButton kind="primary" to="/desk/escalations/new">
            {t('escalations.propose')}
          </LinkButton>
        </Row>
      )}
      {isEmpty ? (
        <EmptyState title={t('escalations.none')}>
          <p>{t('escalations.none-next')}</p>
        </EmptyState>
      ) : (
        <>
          {waiting.length === 0 && <p className="quiet">{t('escalations.nothing-waits')}</p>}
          <Lines title={t('escalations.waiting')} lines={waiting} />
          <Lines title={t('escalations.under-way')} lines={underWay} />
          <Lines title={t('escalations.tracking')} lines={tracking} />
          <Lines title={t('escalations.ended')} lines={ended} />
        </>
      )}
    </DeskPage>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly ListedEscalation[] }) {
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <CardList label={title}>
        {lines.map((line) => (
          <EscalationLine key={line.id} line={line} />
        ))}
      </CardList>
    </Section>
  );
}
