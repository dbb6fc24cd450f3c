import type { ReactNode } from 'react';
import css from './state-chip.module.css';

/** ● under way · ▲ due soon · ■ overdue · ✓ done. */
export type Tone = 'ongoing' | 'due' | 'late' | 'done';

/** A state: a word and a shape, and only then a colour. `children` is the word, as people say it. */
export function StateChip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`${css.chip} ${css[tone]}`}>{children}</span>;
}
