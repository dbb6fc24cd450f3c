import type { ReactNode } from 'react';
import { usePage } from '#web/page/use-page.tsx';
import { Button } from '#web/ui/button.tsx';
import { currentLink, type DeskLink, type DeskSection } from './desk-nav.ts';
import css from './desk-shell.module.css';

type Group = { readonly section: DeskSection; readonly links: readonly DeskLink[] };
type Props = {
  readonly groups: readonly Group[];
  readonly pathname: string;
  /** How much waits behind an entry, by its address. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly children: ReactNode;
};

/** Navigation on the left: who am I, in which post, where can I go. The page on the right. */
export function DeskShell({ groups, pathname, waiting, children }: Props) {
  const { t } = usePage();
  const current = currentLink(
    groups.flatMap((group) => group.links),
    pathname,
  );
  return (
    <div className={css.desk} data-desk="">
      <a href="#main" className={css.skip}>
        {t('shell.skip')}
      </a>
      <nav className={css.side} aria-label={t('shell.desk')}>
        <WhoAmI />
        {groups.map(({ section, links }) => (
          <section key={section} className={css.group}>
            {section !== 'work' && <h2>{t(`desk.section.${section}`)}</h2>}
            <ul>
              {links.map((link) => (
                <li key={link.to}>
                  <a href={link.to} aria-current={link === current ? 'page' : undefined}>
                    {t(link.words)}{' '}
                    {Boolean(waiting[link.to]) && (
                      <span className={css.count}>
                        <span className="num">{waiting[link.to]}</span>
                        <span className={css.unseen}>{t('shell.waiting')}</span>
                      </span>
                    )}
                    {link.shortcut && <kbd>{link.shortcut}</kbd>}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <Switches />
      </nav>
      <main id="main" className={css.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function WhoAmI() {
  const { t, locale, session, actor, neighborhood } = usePage();
  if (!session) return null;
  const english = locale === 'en';
  const label = (post: (typeof session.posts)[number]) =>
    english ? `${post.orgNameEn} · ${post.nameEn}` : `${post.orgNameZh} · ${post.nameZh}`;
  const acting = session.posts.find((post) => post.postId === actor.post?.postId);
  const others = session.posts.filter((post) => post !== acting);
  return (
    <div className={css.who}>
      <span className={css.place}>{english ? neighborhood.nameEn : neighborhood.nameZh}</span>
      <strong>{(english && session.nameEn) || session.name}</strong>
      <span className="quiet">{acting && label(acting)}</span>
      <a href="/notifications" className={css.bell}>
        {t('notifications.bell')}
        {session.unread > 0 && (
          <span className={css.count}>
            <span className="num">{session.unread}</span>
            <span className={css.unseen}>{t('notifications.bell-more')}</span>
          </span>
        )}
      </a>
      {others.length > 0 && (
        <details className={css.acting}>
          <summary>{t('shell.switch-post')}</summary>
          <form method="post" action="/acting">
            {others.map((post) => (
              <Button key={post.postId} name="post" value={post.postId}>
                {label(post)}
              </Button>
            ))}
          </form>
        </details>
      )}
    </div>
  );
}

function Switches() {
  const { t, locale, elder, here, neighborhood, hasCast } = usePage();
  const back = encodeURIComponent(here);
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <ul className={css.switches}>
      <li>
        <a href="/">{t('shell.public')}</a>
      </li>
      <li>
        <a href="/account">{t('shell.account')}</a>
      </li>
      <li>
        <a href={`/settings?elder=${elder ? 0 : 1}&back=${back}`}>
          {t(elder ? 'shell.elder-off' : 'shell.elder-on')}
        </a>
        <a href={`/settings?locale=${other}&back=${back}`} lang={other}>
          {t('shell.language')}
        </a>
      </li>
      {neighborhood.isDemo && (
        <li className={css.demo}>
          {t('shell.demo')} {hasCast && <a href="/cast">{t('shell.demo-cast')}</a>}
        </li>
      )}
    </ul>
  );
}
