import type { ReactNode } from 'react';
import { usePage } from '#web/page/use-page.tsx';
import css from './page-head.module.css';

type Props = {
  readonly title: string;
  /** Said in the window's title instead of `title`. */
  readonly windowTitle?: string;
  /** One line under the title. */
  readonly lead?: ReactNode;
  /** State chips and the like, beside the lead. */
  readonly children?: ReactNode;
};

/** The one h1 of a page, and the title of its window. */
export function PageHead({ title, windowTitle, lead, children }: Props) {
  const { neighborhood, locale } = usePage();
  const place = locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  return (
    <div className={css.head}>
      <title>{`${windowTitle ?? title} · ${place}`}</title>
      <h1>{title}</h1>
      {lead && <p className={css.lead}>{lead}</p>}
      {children && <div className={css.more}>{children}</div>}
    </div>
  );
}
