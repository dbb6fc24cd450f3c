import { useLoaderData } from 'react-router';
import { BoardList, RatesCard } from '#modules/matters/widgets.tsx';
import { usePage } from '#web/page/use-page.tsx';
import { Section } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/layout.tsx';
import { Happening } from './happening.tsx';
import { Hearings } from './hearings.tsx';
import css from './home.module.css';
import type { loader } from './home.page.server.ts';

export { loader } from './home.page.server.ts';

/** The first page: what can I do here, what is happening, how are we doing. The numbers to call are below. */
export default function HomePage() {
  const { t, locale, neighborhood } = usePage();
  const { rates, results, waiting, notices, published, hearings } = useLoaderData<typeof loader>();
  const name = locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  return (
    <>
      <title>{t('home.title', { name })}</title>
      <h1 className="unseen">{name}</h1>
      <Doors waiting={waiting} />
      <Happening notices={notices} published={published} />
      <Hearings hearings={hearings} />
      <Section title={t('home.rates')} more={<a href="/board">{t('home.all')}</a>}>
        <RatesCard rates={rates} />
        <p className="quiet">{t('home.rates-window', { days: rates.days })}</p>
      </Section>
      <Section title={t('home.results')}>
        {results.length > 0 ? (
          <BoardList items={results} label={t('home.results')} />
        ) : (
          <EmptyState title={t('home.results-none')} />
        )}
      </Section>
    </>
  );
}

/** The three things most people come for. */
function Doors({ waiting }: { waiting: number }) {
  const { t, session } = usePage();
  return (
    <nav className={css.doors} aria-label={t('home.do')}>
      <a href="/report" className={css.main}>
        <strong>{t('home.report')}</strong>
        <span>{t('home.report-how')}</span>
      </a>
      {session ? (
        <a href="/mine" className={css.door}>
          <strong>{t('home.mine')}</strong>
          {waiting > 0 ? (
            <span className={css.waiting}>{t('home.waiting', { n: waiting })}</span>
          ) : (
            <span>{t('home.mine-how')}</span>
          )}
        </a>
      ) : (
        <a href="/lookup" className={css.door}>
          <strong>{t('home.lookup')}</strong>
          <span>{t('home.lookup-how')}</span>
        </a>
      )}
      <AskSomebody />
    </nav>
  );
}

/** Somebody else does it: the committee's desk by telephone, or a page that says how. */
function AskSomebody() {
  const { t } = usePage();
  return (
    <a href="/help#proxy" className={css.door}>
      <strong>{t('home.proxy')}</strong>
      <span>{t('home.proxy-how')}</span>
    </a>
  );
}
