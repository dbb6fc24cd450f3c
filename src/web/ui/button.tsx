import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';

/** `primary` the one main action · `plain` others · `ghost` quiet ones · `danger` what ends something. */
export type ButtonKind = 'primary' | 'plain' | 'ghost' | 'danger';

function classes(kind: ButtonKind, wide: boolean): string {
  return [css.button, css[kind], wide ? css.wide : ''].filter(Boolean).join(' ');
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly kind?: ButtonKind;
  readonly wide?: boolean;
};

/** A button that sends its form unless `type` says otherwise. */
export function Button({ kind = 'plain', wide = false, type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classes(kind, wide)} />;
}

type LinkProps = {
  readonly to: string;
  readonly kind?: ButtonKind;
  readonly wide?: boolean;
  readonly children: ReactNode;
  readonly current?: boolean;
  readonly lang?: string;
};

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ to, kind = 'plain', wide = false, children, current, lang }: LinkProps) {
  return (
    <a href={to} className={classes(kind, wide)} aria-current={current ? 'page' : undefined} lang={lang}>
      {children}
    </a>
  );
}
