import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { CommitmentPeriod, InstanceStanding } from '../../contract/commitments.ts';

const TONES: Readonly<Record<InstanceStanding, Tone>> = {
  LATER: 'ongoing',
  ACTIVE: 'ongoing',
  EVIDENCED: 'due',
  CONFIRMED: 'done',
  MISSED: 'late',
  DROPPED: 'ongoing',
};

/** How one time stands, in a word and a shape. */
export function InstanceChip({ standing }: { standing: InstanceStanding }) {
  const { t } = usePage();
  return <StateChip tone={TONES[standing]}>{t(`agreements.instance.${standing}`)}</StateChip>;
}

type HowOften = { readonly period: CommitmentPeriod | null; readonly dueOn: string | null };

/** Once a month, or by a day. */
export function useHowOften(): (commitment: HowOften) => string {
  const { t } = usePage();
  return ({ period, dueOn }) =>
    period ? t(`agreements.period.${period}`) : t('agreements.board.by', { day: dueOn ?? '' });
}
