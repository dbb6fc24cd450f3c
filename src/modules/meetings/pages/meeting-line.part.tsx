import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { MeetingState } from '../contract/meetings.ts';
import type { MeetingLine } from '../queries/meeting-list.ts';
import { useMeetingWords } from './meeting-words.part.tsx';
import css from './meetings.module.css';

const TONES: Readonly<Partial<Record<MeetingState, Tone>>> = {
  IN_SESSION: 'due',
  POSTPONED: 'late',
  CANCELLED: 'late',
  INQUORATE: 'late',
  SIGNED: 'done',
  PUBLISHED: 'done',
  ARCHIVED: 'done',
};

/** How a meeting stands. */
export function MeetingChip({ state }: { state: MeetingState }) {
  const { t } = usePage();
  return <StateChip tone={TONES[state] ?? 'ongoing'}>{t(`meetings.state.${state}`)}</StateChip>;
}

type Entry = {
  readonly line: MeetingLine;
  readonly to: string;
  /** At the desk: by when the minutes are due. */
  readonly withDue?: boolean;
};

/** A meeting in a list. */
export function MeetingEntry({ line, to, withDue = false }: Entry) {
  const { t, dates, now } = usePage();
  const { titleOf } = useMeetingWords();
  return (
    <li className={css.entry}>
      <span>
        <a href={to}>{titleOf(line)}</a>
        <br />
        <small className="quiet">
          {dates.moment(line.startsAt)} · {line.place}
          {withDue &&
            line.dueAt &&
            ` · ${t(`meetings.due.${line.state}`, { when: dates.moment(line.dueAt) })}`}
        </small>
      </span>
      {withDue && line.dueAt && line.dueAt < now ? (
        <StateChip tone="late">{t('meetings.due.late')}</StateChip>
      ) : (
        <MeetingChip state={line.state} />
      )}
    </li>
  );
}
