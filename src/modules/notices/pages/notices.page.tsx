import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { Section } from '#web/ui/card.tsx';
import { EmptyState, Row } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { NoticeCard } from './notice-card.part.tsx';
import css from './notices.module.css';
import type { loader } from './notices.page.server.ts';
import { Finder } from './public/finder.part.tsx';
import { PublicNoticeCard } from './public/public-notice-card.part.tsx';

export { loader } from './notices.page.server.ts';

/** What is announced and being done in the neighborhood, for everybody. */
export default function NoticesPage() {
  const { t } = usePage();
  const { open, works, over, pastWorks, filter, kinds, places, isFiltered } = useLoaderData<typeof loader>();
  const nothing = open.length + works.length + over.length + pastWorks.length === 0;
  return (
    <>
      <PageHead title={t('notices.public.title')} lead={t('notices.public.lead')} />
      {filter.page === 1 && open.length === 0 && !isFiltered && (
        <EmptyState title={t('notices.public.none')}>
          <p>{t('notices.public.none-how')}</p>
        </EmptyState>
      )}
      {nothing && isFiltered && (
        <EmptyState title={t('notices.public.not-found')}>
          <p>
            <a href="/notices">{t('notices.public.see-all')}</a>
          </p>
        </EmptyState>
      )}
      {filter.page === 1 && (
        <div className={css.cards}>
          {open.map((notice) => (
            <PublicNoticeCard key={notice.id} notice={notice} to={`/notices/${notice.number}`} />
          ))}
        </div>
      )}
      {filter.page === 1 && works.length > 0 && (
        <Section title={t('notices.title')}>
          <div className={css.cards}>
            {works.map((notice) => (
              <NoticeCard key={notice.id} notice={notice} isLink />
            ))}
          </div>
        </Section>
      )}
      <Finder filter={filter} kinds={kinds} places={places} isFiltered={isFiltered} />
      <Over />
      <Elsewhere />
    </>
  );
}

/** What is over, kept for ever: the archive. */
function Over() {
  const { t, dates } = usePage();
  const { over, pastWorks, hasMore, filter } = useLoaderData<typeof loader>();
  if (over.length + pastWorks.length === 0) return null;
  const lines = [
    ...over.map((one) => ({ ...one, says: t(`notices.public.state.${one.state}`) })),
    ...pastWorks.map((one) => ({
      ...one,
      says: t(one.state === 'SUPERSEDED' ? 'notices.replaced' : 'notices.over'),
    })),
  ].sort((a, b) => b.startsAt.getTime() - a.startsAt.getTime());
  return (
    <Section title={t('notices.public.archive')}>
      <ul className={css.past}>
        {lines.map((notice) => (
          <li key={notice.id}>
            <a href={`/notices/${notice.number}`} lang={languageOf(notice.title)}>
              {notice.title}
            </a>
            <span className="quiet">
              {[notice.number, dates.day(notice.startsAt), notice.says].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <Row>
        {filter.page > 1 && (
          <LinkButton to={addressOf(filter, filter.page - 1)}>{t('notices.public.newer')}</LinkButton>
        )}
        {hasMore && (
          <LinkButton to={addressOf(filter, filter.page + 1)}>{t('notices.public.older')}</LinkButton>
        )}
      </Row>
    </Section>
  );
}

type Filter = ReturnType<typeof useLoaderData<typeof loader>>['filter'];

/** The list with the same filter and another page. */
function addressOf(filter: Filter, page: number): string {
  const asked = new URLSearchParams();
  if (filter.words) asked.set('words', filter.words);
  if (filter.kind) asked.set('kind', filter.kind);
  if (filter.estateId) asked.set('place', [filter.estateId, filter.buildingId].filter(Boolean).join('.'));
  asked.set('page', String(page));
  return `/notices?${asked}`;
}

/** The same for feed readers, calendars and spreadsheets. */
function Elsewhere() {
  const { t } = usePage();
  return (
    <>
      <link
        rel="alternate"
        type="application/rss+xml"
        title={t('notices.public.title')}
        href="/notices.rss"
      />
      <p className={css.links}>
        <a href="/notices.rss">{t('notices.public.rss')}</a>
        <a href="/notices.ics">{t('notices.public.ics')}</a>
        <a href="/notices/sheet">{t('notices.sheets.link')}</a>
      </p>
    </>
  );
}
