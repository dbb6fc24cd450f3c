import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { RulesStanding } from '../../contract/rules-of-procedure.ts';
import type { RulesView } from '../../queries/rules/rules-of-procedure.ts';

const TONES: Readonly<Record<RulesStanding, Tone>> = {
  DRAFT: 'ongoing',
  CONSULTING: 'due',
  ADOPTED: 'ongoing',
  WITHDRAWN: 'ongoing',
  EFFECTIVE: 'done',
  SUPERSEDED: 'ongoing',
};

/** How a version stands, in a word and a shape. */
export function Standing({ standing }: { standing: RulesStanding }) {
  const { t } = usePage();
  return <StateChip tone={TONES[standing]}>{t(`agreements.standing.${standing}`)}</StateChip>;
}

/** From when to when it was consulted on, by whom adopted, from which day it holds: one line. */
export function useDaysOf(): (version: RulesView) => string {
  const { t } = usePage();
  return ({ consultedFrom, consultedUntil, adoptedBy, effectiveFrom }) =>
    [
      consultedFrom && consultedUntil
        ? t('agreements.rules.consulted', { from: consultedFrom, until: consultedUntil })
        : '',
      adoptedBy ?? '',
      effectiveFrom ? t('agreements.rules.from', { day: effectiveFrom }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ');
}
