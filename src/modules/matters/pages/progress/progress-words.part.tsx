import type { PageView } from '#web/page/page-context.ts';
import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { MatterStatus } from '../../contract.ts';
import type { NextStep } from '../../rules/resident/next-step.ts';

const TONES: Partial<Record<MatterStatus, Tone>> = {
  CLOSED_CONFIRMED: 'done',
  CLOSED_UNCONFIRMED: 'done',
  CLOSED_EXPLAINED: 'done',
  WAITING_REQUESTER: 'due',
  DONE_BY_HANDLER: 'due',
  FOLLOW_UP: 'due',
};

type ChipProps = { readonly status: MatterStatus; readonly late?: boolean; readonly waitsForMe?: boolean };

/** The state of a matter in a word. */
export function StatusChip({ status, late = false, waitsForMe = false }: ChipProps) {
  const { t } = usePage();
  if (waitsForMe) return <StateChip tone="due">{t('resident.mine.waits-for-you')}</StateChip>;
  return (
    <StateChip tone={late ? 'late' : (TONES[status] ?? 'ongoing')}>{t(`matters.status.${status}`)}</StateChip>
  );
}

/** When a step is due: a promise with its day, or a date until which one may still do something. */
function whenOf({ by, late }: NextStep, { t, dates }: Pick<PageView, 't' | 'dates'>): string | null {
  if (by === null) return null;
  return late ? t('resident.progress.late', { late: dates.deadline(by) }) : dates.until(by);
}

/** What happens next and by when, as a sentence. */
export function NextSentence({ next }: { next: NextStep }) {
  const { t, dates } = usePage();
  const when = whenOf(next, { t, dates });
  return (
    <>
      {when && <strong>{t('resident.progress.when', { when })}</strong>}
      {t(`matters.next.${next.step}`)}
    </>
  );
}
