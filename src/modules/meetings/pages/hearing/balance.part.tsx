import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { PublicRound } from '../../queries/hearing/hearing-views.ts';
import css from './hearing.module.css';

const TONES: Readonly<Record<string, Tone>> = { MET: 'done', CAN_BE_MET: 'due', CANNOT_BE_MET: 'late' };

/** Who has a seat, counted: half directly affected, opponents and elders among them, or why not. */
export function BalanceCheck({ round }: { round: Pick<PublicRound, 'balance' | 'balanceReason'> }) {
  const { t } = usePage();
  const { seats, lines } = round.balance;
  return (
    <>
      <p>{t('meetings.hearing.balance.seats', { n: seats })}</p>
      <ul className={css.balance} aria-label={t('meetings.hearing.balance.title')}>
        {lines.map(({ part, seated, needed, waiting, verdict }) => (
          <li key={part}>
            <span>
              {t(`meetings.hearing.balance.${part}`, { seated, needed })}
              {waiting > 0 && (
                <span className="quiet"> {t('meetings.hearing.balance.waiting', { n: waiting })}</span>
              )}
            </span>
            <StateChip tone={TONES[verdict] ?? 'due'}>
              {t(`meetings.hearing.balance.verdict.${verdict}`)}
            </StateChip>
          </li>
        ))}
      </ul>
      {round.balanceReason !== '' && (
        <p>{t('meetings.hearing.balance.reason', { reason: round.balanceReason })}</p>
      )}
    </>
  );
}
