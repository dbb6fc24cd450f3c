import type { ReactNode } from 'react';
import { usePage } from '#web/page/use-page.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { PhoneLink } from '#web/ui/phone-link.tsx';
import css from './public-shell.module.css';

/** Header with the neighborhood's name and switches, the page, footer with the numbers to call. */
export function PublicShell({ children }: { children: ReactNode }) {
  const { t, neighborhood, session } = usePage();
  return (
    <>
      <a href="#main" className={css.skip}>
        {t('shell.skip')}
      </a>
      {neighborhood.isDemo && <DemoBanner />}
      {session?.actingFor && <ActingBanner name={session.actingFor.name} />}
      <Header />
      <main id="main" className={css.main} tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}

function DemoBanner() {
  const { t, hasCast } = usePage();
  return (
    <aside className={css.demo} aria-label={t('shell.demo-label')}>
      <span>{t('shell.demo')}</span> {hasCast && <a href="/cast">{t('shell.demo-cast')}</a>}
    </aside>
  );
}

/** Says on every page for whom things are done, with the way back to oneself. */
function ActingBanner({ name }: { name: string }) {
  const { t } = usePage();
  return (
    <aside className={css.acting} aria-label={t('shell.acting-label')}>
      <strong>{t('shell.acting-for', { name })}</strong>
      <form method="post" action="/my-home">
        <button type="submit" name="do" value="act-self" className={css.stop}>
          {t('shell.acting-stop')}
        </button>
      </form>
    </aside>
  );
}

function Header() {
  const { t, locale, elder, neighborhood, session, here } = usePage();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const back = encodeURIComponent(here);
  return (
    <header className={css.header}>
      <a href="/" className={css.name}>
        <span className={css.mark} lang="zh-CN" aria-hidden="true">
          {t('site.mark')}
        </span>
        <strong>{locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh}</strong>
      </a>
      <nav className={css.tools} aria-label={t('shell.header')}>
        <LinkButton kind="ghost" to={`/settings?elder=${elder ? 0 : 1}&back=${back}`}>
          {t(elder ? 'shell.elder-off' : 'shell.elder-on')}
        </LinkButton>
        <LinkButton kind="ghost" to={`/settings?locale=${other}&back=${back}`} lang={other}>
          {t('shell.language-short')}
        </LinkButton>
        {session && <Bell unread={session.unread} />}
        {neighborhood.isNowhere ? null : session ? (
          <LinkButton kind="ghost" to={session.posts.length > 0 ? '/desk' : '/account'}>
            {t(session.posts.length > 0 ? 'shell.desk' : 'shell.account')}
          </LinkButton>
        ) : (
          <LinkButton kind="ghost" to={`/login?back=${back}`}>
            {t('shell.sign-in')}
          </LinkButton>
        )}
      </nav>
    </header>
  );
}

/** The way to one's notifications, with how many wait. */
function Bell({ unread }: { unread: number }) {
  const { t } = usePage();
  return (
    <LinkButton kind="ghost" to="/notifications">
      {t('notifications.bell')}
      {unread > 0 && (
        <span className={css.unread}>
          <span className="num">{unread}</span>
          <span className={css.unseen}>{t('notifications.bell-more')}</span>
        </span>
      )}
    </LinkButton>
  );
}

function Footer() {
  const { t, locale, neighborhood, here } = usePage();
  return (
    <footer className={css.footer}>
      <h2 className={css.urgent}>{t('shell.emergency')}</h2>
      <ul className={css.phones}>
        <li>
          <PhoneLink name={t('shell.police')} phone="110" />
        </li>
        <li>
          <PhoneLink name={t('shell.fire')} phone="119" />
        </li>
        <li>
          <PhoneLink name={t('shell.ambulance')} phone="120" />
        </li>
        {neighborhood.dutyPhones.map((duty) => (
          <li key={`${duty.phone} ${duty.nameZh}`} className={css.duty}>
            <PhoneLink name={locale === 'en' ? duty.nameEn : duty.nameZh} phone={duty.phone} />
          </li>
        ))}
      </ul>
      {!neighborhood.isNowhere && <p className="quiet">{t('shell.any-way')}</p>}
      {neighborhood.hasSiblings && (
        <p>
          <a href={`/neighborhoods?back=${encodeURIComponent(here)}`}>{t('places.other')}</a>
        </p>
      )}
      {!neighborhood.isNowhere && (
        <nav className={css.more} aria-label={t('shell.open-to-all')}>
          <a href="/board">{t('resident.board.title')}</a>
          <a href="/notices">{t('notices.public.title')}</a>
          <a href="/meetings">{t('meetings.public.title')}</a>
          <a href="/commitments">{t('agreements.board.title')}</a>
          <a href="/actions">{t('resolutions.title')}</a>
          <a href="/hearings">{t('meetings.hearing.title')}</a>
          <a href="/responsibilities">{t('agreements.matrix.title')}</a>
          <a href="/rules">{t('agreements.rules.title')}</a>
          <a href="/privacy">{t('privacy.public.title')}</a>
        </nav>
      )}
    </footer>
  );
}
