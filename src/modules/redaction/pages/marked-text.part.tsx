import type { ReactNode } from 'react';
import { languageOf } from '#platform/i18n/language-of.ts';
import { usePage } from '#web/page/use-page.tsx';
import type { SettledFinding } from '../contract.ts';
import css from './redaction.module.css';

/** A text with every finding marked at its place: what it looks like, and whether it was dismissed. */
export function MarkedText({ text, findings }: { text: string; findings: readonly SettledFinding[] }) {
  const { t } = usePage();
  const parts: ReactNode[] = [];
  let at = 0;
  for (const one of findings) {
    parts.push(text.slice(at, one.from));
    parts.push(
      <mark key={one.from} className={one.dismissed ? css.calm : css.open}>
        {one.found}
        <small>
          {' '}
          {t(one.dismissed ? 'redaction.mark-calm' : 'redaction.mark', {
            kind: t(`redaction.kind.${one.kind}`),
          })}
        </small>
      </mark>,
    );
    at = one.to;
  }
  parts.push(text.slice(at));
  return (
    <p className={css.text} lang={languageOf(text)}>
      {parts}
    </p>
  );
}
