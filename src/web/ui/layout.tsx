import type { ReactNode } from 'react';
import { usePage } from '#web/page/use-page.tsx';
import css from './layout.module.css';

/** The fields of a form under one another, its buttons last. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={css.stack}>{children}</div>;
}

/** Buttons and short things beside one another; they wrap. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}

/** Nothing is here yet: why, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <p className={css.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}

/** Facts as pairs: what, and its value. Pairs without a value are left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={css.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

type PagerProps = {
  /** Address of a page of the list. */
  readonly hrefOf: (page: number) => string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
};

/** Earlier and later pages of a long list. */
export function Pager({ hrefOf, page, pages }: PagerProps) {
  const { t } = usePage();
  if (pages < 2) return null;
  return (
    <nav className={css.pager} aria-label={t('ui.pages')}>
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev">
          {t('ui.previous')}
        </a>
      ) : (
        <span />
      )}
      <span className="num">{t('ui.page-of', { page, pages })}</span>
      {page < pages ? (
        <a href={hrefOf(page + 1)} rel="next">
          {t('ui.next')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

/** News about what was just done; read out by screen readers. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <p className={css.notice} role="status">
      {children}
    </p>
  );
}
