import { usePage } from '#web/page/use-page.tsx';
import type { PublicHearing } from '../../queries/hearing/hearing-views.ts';
import css from './hearing.module.css';
import { useNamed } from './named.part.tsx';
import { RoundState } from './round.part.tsx';

/** A hearing in a list: what it is about, how its last round stands, and when. */
export function HearingLine({ hearing, to }: { hearing: PublicHearing; to: string }) {
  const { t, dates } = usePage();
  const named = useNamed();
  const round = hearing.rounds.at(-1);
  return (
    <li className={css.line}>
      <span className={css.top}>
        <a href={to}>{hearing.title}</a>
        {round && <RoundState round={round} />}
      </span>
      <span className="quiet">
        {[
          hearing.code,
          named(hearing.estate),
          round && t('meetings.hearing.round', { n: round.number }),
          round && dates.moment(round.startsAt),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {round?.isOpen && (
        <span>{t('meetings.hearing.open-until', { day: dates.day(round.recruitsUntil) })}</span>
      )}
    </li>
  );
}
