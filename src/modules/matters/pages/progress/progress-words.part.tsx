import type { PageView } from '#web/page/page-context.ts';
import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { MatterStatus } from '../../contract.ts';
import { isPromised, type NextStep } from '../../rules/resident/next-step.ts';

const TONES: Partial<Record<MatterStatus, Tone>> = {
  CLOSED_CONFIRMED: 'done',
  CLOSED_UNCONFIRMED: 'done',
  CLOSED_EXPLAINED: 'done',
  WAITING_REQUESTER: 'due',
  DONE_BY_HANDLER: 'due',
  FOLLOW_UP: 'due',
  PARKED: 'due',
};

type ChipProps = { readonly status: MatterStatus; readonly late?: boolean; readonly waitsForMe?: boolean };

/** The state of a matter in a word. */
export function StatusChip({ status, late = false, waitsForMe = false }: ChipProps) {
  const { t } = usePage();
  if (waitsForMe) return <StateChip tone="due">{t('resident.mine.waits-for-you')}</StateChip>;
  const tone = late ? 'late' : (TONES[status] ?? 'ongoing');
  return <StateChip tone={tone}>{t(`matters.status.${status}`)}</StateChip>;
}

/** A sentence begins with a capital where the language has them. */
export function asBeginning(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** When a step is due: a promise to the minute, else the day until which one may still do something. */
function whenOf({ step, by, late }: NextStep, { t, dates, now }: Pick<PageView, 't' | 'dates' | 'now'>) {
  if (by === null) return null;
  if (late) return t('resident.progress.late', { late: dates.deadline(by) });
  if (isPromised(step) && step !== 'review-parked') return dates.until(by);
  return by > now ? dates.deadline(by) : null;
}

/** What happens next and by when, as a sentence. */
export function NextSentence({ next }: { next: NextStep }) {
  const { t, dates, now } = usePage();
  const when = whenOf(next, { t, dates, now });
  if (next.step.startsWith('closed-')) {
    return <>{when ? t(`matters.next.${next.step}`, { when }) : t('matters.next.over')}</>;
  }
  return (
    <>
      {when && <strong>{t('resident.progress.when', { when: asBeginning(when) })}</strong>}
      {t(`matters.next.${next.step}`)}
    </>
  );
}
