import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { CommitmentPeriod, Count, InstanceStanding, Measure } from '../../contract/commitments.ts';
import css from './commitments.module.css';

const TONES: Readonly<Record<InstanceStanding, Tone>> = {
  LATER: 'ongoing',
  ACTIVE: 'ongoing',
  EVIDENCED: 'due',
  CONFIRMED: 'done',
  MISSED: 'late',
  NONE_DUE: 'ongoing',
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

/** What the program counted: 11 of 12 in time. Nothing for what people show themselves. */
export function Counted({ count }: { readonly count: Count | null }) {
  const { t } = usePage();
  if (!count || count.due === 0) return null;
  return (
    <span className={css.count}>{t('agreements.measured.count', { due: count.due, n: count.inTime })}</span>
  );
}

type Measured = { readonly measuredBy: Measure | null; readonly enoughPercent: number | null };

/** What is counted and how much is enough, in words; empty for what people show themselves. */
export function useMeasured(): (commitment: Measured) => string {
  const { t } = usePage();
  return ({ measuredBy, enoughPercent }) =>
    measuredBy
      ? t('agreements.measured.how', {
          what: t(`agreements.measured.${measuredBy}`),
          percent: enoughPercent ?? 0,
        })
      : '';
}
