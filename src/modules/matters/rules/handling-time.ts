/** How long it took until the reporter confirmed, in the middle (domain brief §5, 中位办理时长). Pure. */
import { type WorkCalendar, workMinutesBetween } from '#kernel/work-calendar.ts';
import { LEVELS, type Level } from '../contract.ts';
import { DEADLINE_RULES, runsOnWall } from './pace/deadlines.ts';
import { ENOUGH } from './rates.ts';

export type ConfirmedMatter = {
  readonly level: Level;
  readonly submittedAt: Date;
  /** When it was closed as confirmed. */
  readonly closedAt: Date;
};

export type HandlingTime = {
  readonly level: Level;
  /** Matters that were measured. */
  readonly n: number;
  /** Whole minutes; null when n < 10 ("not enough data"). */
  readonly medianMinutes: number | null;
  /** Minutes by the clock on the wall (P0, P1); else of working time. */
  readonly onWall: boolean;
  /** Matters left out because they touch a year without calendar data. */
  readonly unknown: number;
};

/** The middle of whole numbers; of an even count the lower whole of the two in the middle. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half]!;
  return sorted.length % 2 === 1 ? upper : Math.floor((sorted[half - 1]! + upper) / 2);
}

/** The middle time from the report to the confirmed result, by level, in the order of urgency. */
export function handlingTimes(matters: readonly ConfirmedMatter[], calendar: WorkCalendar): HandlingTime[] {
  return LEVELS.map((level) => {
    const ofLevel = matters.filter((m) => m.level === level);
    const minutes = ofLevel.map((m) => minutesOf(m, calendar)).filter((m) => m !== null);
    return {
      level,
      n: minutes.length,
      medianMinutes: minutes.length < ENOUGH ? null : median(minutes),
      onWall: isOnWall(level),
      unknown: ofLevel.length - minutes.length,
    };
  });
}

/** One unit for all matters of a level, that of the newest rule set: what is compared is measured alike. */
function isOnWall(level: Level): boolean {
  return runsOnWall(DEADLINE_RULES.at(-1)!.levels[level].handle);
}

function minutesOf(m: ConfirmedMatter, calendar: WorkCalendar): number | null {
  if (isOnWall(m.level)) return Math.floor((m.closedAt.getTime() - m.submittedAt.getTime()) / 60_000);
  const between = workMinutesBetween(calendar, m.submittedAt, m.closedAt);
  return between.known ? between.value : null;
}
