import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { ActionLine } from './action-line.part.tsx';
import type { loader } from './board.page.server.ts';

export { loader } from './board.page.server.ts';

/** What was resolved, by organisation; never by person. */
export default function BoardPage() {
  const { t, locale } = usePage();
  const { organisations, done, counts } = useLoaderData<typeof loader>();
  const isEmpty = organisations.length === 0 && done.length === 0;
  return (
    <>
      <PageHead title={t('resolutions.title')} lead={t('resolutions.lead')} />
      {isEmpty && (
        <EmptyState title={t('resolutions.none')}>
          <p>{t('resolutions.none-next')}</p>
        </EmptyState>
      )}
      {organisations.map(({ org, actions }) => {
        const name = locale === 'en' ? org.nameEn : org.nameZh;
        return (
          <Section key={org.id} title={name}>
            <CardList label={name}>
              {actions.map((action) => (
                <ActionLine key={action.id} action={action} showLead={false} />
              ))}
            </CardList>
          </Section>
        );
      })}
      {done.length > 0 && (
        <Section title={t('resolutions.done')}>
          <p className="quiet">{t('resolutions.counts', counts)}</p>
          <CardList label={t('resolutions.done')}>
            {done.map((action) => (
              <ActionLine key={action.id} action={action} />
            ))}
          </CardList>
        </Section>
      )}
    </>
  );
}
