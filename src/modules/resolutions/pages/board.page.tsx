import { useLoaderData } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { CardList, Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import type { Tally } from '../rules/tally.ts';
import { ActionLine } from './action-line.part.tsx';
import css from './actions.module.css';
import type { loader } from './board.page.server.ts';

export { loader } from './board.page.server.ts';

/** How an organisation stands, in words; what is nought is left out. */
function TallyLine({ tally }: { tally: Tally }) {
  const { t } = usePage();
  const parts: [string, number][] = [
    ['red', tally.red],
    ['orange', tally.orange],
    ['under-way', tally.yellow + tally.onTime],
  ];
  return [
    ...parts.filter(([, n]) => n > 0).map(([key, n]) => t(`resolutions.tally.${key}`, { n })),
    t('resolutions.counts', { all: tally.struckOff, inTime: tally.inTime }),
  ].join(' · ');
}

/** What was resolved, by organisation; never by person. */
export default function BoardPage() {
  const { t, locale } = usePage();
  const { organisations, allDone, done, counts } = useLoaderData<typeof loader>();
  const isEmpty = organisations.length === 0 && done.length === 0;
  return (
    <>
      <PageHead title={t('resolutions.title')} lead={t('resolutions.lead')} />
      {isEmpty && (
        <EmptyState title={t('resolutions.none')}>
          <p>{t('resolutions.none-next')}</p>
        </EmptyState>
      )}
      {organisations.map(({ org, tally, actions }) => {
        const name = locale === 'en' ? org.nameEn : org.nameZh;
        return (
          <Section key={org.id} title={name}>
            <p className="quiet">
              <TallyLine tally={tally} />
            </p>
            <CardList label={name}>
              {actions.map((action) => (
                <ActionLine key={action.id} action={action} to={`/actions/${action.code}`} showLead={false} />
              ))}
            </CardList>
          </Section>
        );
      })}
      {allDone.length > 0 && (
        <Section title={t('resolutions.all-done')}>
          <CardList label={t('resolutions.all-done')}>
            {allDone.map(({ org, tally }) => (
              <li key={org.id} className={css.line}>
                <span className={css.task}>{locale === 'en' ? org.nameEn : org.nameZh}</span>
                <span className="quiet">
                  <TallyLine tally={tally} />
                </span>
              </li>
            ))}
          </CardList>
        </Section>
      )}
      {done.length > 0 && (
        <Section title={t('resolutions.done')}>
          <p className="quiet">{t('resolutions.counts', counts)}</p>
          <CardList label={t('resolutions.done')}>
            {done.map((action) => (
              <ActionLine key={action.id} action={action} to={`/actions/${action.code}`} />
            ))}
          </CardList>
          {done.length < counts.all && (
            <p>
              <a href="/actions?all">{t('resolutions.show-all', { n: counts.all })}</a>
            </p>
          )}
        </Section>
      )}
    </>
  );
}
