import { useLoaderData } from 'react-router';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import { Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { NoticeCard } from './notice-card.part.tsx';
import css from './notices.module.css';
import type { loader } from './notices.page.server.ts';

export { loader } from './notices.page.server.ts';

/** What is being done in the neighborhood, for everybody. */
export default function NoticesPage() {
  const { t } = usePage();
  const { live, past } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t('notices.title')} lead={t('notices.lead')} />
      {live.length === 0 && (
        <EmptyState title={t('notices.none')}>
          <p>{t('notices.none-how')}</p>
        </EmptyState>
      )}
      <div className={css.cards}>
        {live.map((notice) => (
          <NoticeCard key={notice.id} notice={notice} isLink />
        ))}
      </div>
      {past.length > 0 && (
        <Section title={t('notices.past')}>
          <ul className={css.past}>
            {past.map((notice) => (
              <li key={notice.id}>
                <a href={`/notices/${notice.number}`} lang={languageOf(notice.title)}>
                  {notice.title}
                </a>
                <span className="quiet">
                  {notice.number} · {t(notice.state === 'SUPERSEDED' ? 'notices.replaced' : 'notices.over')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {live.length + past.length > 0 && (
        <p>
          <a href="/notices/sheet">{t('notices.sheets.link')}</a>
        </p>
      )}
    </>
  );
}
