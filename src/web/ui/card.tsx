import type { ReactNode } from 'react';
import css from './card.module.css';

type Props = {
  readonly children: ReactNode;
  /** A heading inside the card. */
  readonly title?: string;
  /** A coloured edge for news that should be seen first. */
  readonly tone?: 'due' | 'late' | 'done' | 'ongoing';
  readonly id?: string;
};

/** White paper on the page: one thing, with air around it. */
export function Card({ children, title, tone, id }: Props) {
  return (
    <section className={tone ? `${css.card} ${css[tone]}` : css.card} id={id}>
      {title && <h2 className={css.title}>{title}</h2>}
      {children}
    </section>
  );
}

/** Entries under one another in one card; give it `<li>`. */
export function CardList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={css.list} aria-label={label}>
      {children}
    </ul>
  );
}

/** A part of a page under its own heading, with an optional link beside the heading. */
export function Section({ title, more, children }: { title: string; more?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.section}>
      <div className={css.heading}>
        <h2>{title}</h2>
        {more}
      </div>
      {children}
    </section>
  );
}
