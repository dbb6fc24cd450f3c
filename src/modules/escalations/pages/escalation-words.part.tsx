import type { TwoNames } from '#modules/registry/contract.ts';
import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { EscalationState } from '../contract.ts';
import type { Clock } from '../rules/clocks.ts';

/** Names in the reader's language. */
export function useNames(): (names: TwoNames) => string {
  const { locale } = usePage();
  return (names) => (locale === 'en' ? names.nameEn : names.nameZh);
}

const TONES: Readonly<Partial<Record<EscalationState, Tone>>> = {
  PROPOSED: 'due',
  TRIAGED: 'due',
  REJECTED: 'done',
  RESOLVED: 'done',
};

/** Where it stands, in a word and a shape. */
export function StandsChip({ state }: { state: EscalationState }) {
  const { t } = usePage();
  return <StateChip tone={TONES[state] ?? 'ongoing'}>{t(`escalations.state.${state}`)}</StateChip>;
}

const SOON = 24 * 3_600_000;

/** A clock that runs: what is due, and until when. */
export function ClockChip({ clock }: { clock: Clock }) {
  const { t, now, dates } = usePage();
  const left = clock.dueAt.getTime() - now.getTime();
  const tone: Tone = left <= 0 ? 'late' : left < SOON ? 'due' : 'ongoing';
  return (
    <StateChip tone={tone}>
      {t(`escalations.clock.${clock.name}`, { when: dates.deadline(clock.dueAt) })}
    </StateChip>
  );
}
