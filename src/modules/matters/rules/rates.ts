/**
 * The three rates everybody expects (响应率 / 解决率 / 满意率), each with its denominator (domain brief §3.8,
 * §5). Counts are whole numbers; under ten there is no percentage (acceptance fixture 16). Pure.
 */

/** What the rates need to know of a matter. */
export type RatedMatter = {
  readonly status: string;
  readonly anonymous: boolean;
  readonly contactDueAt: Date | null;
  readonly firstContactAt: Date | null;
  /** The last answer; null when nobody has answered. */
  readonly resolved: boolean | null;
  /** Answers "not solved" so far; each sent it back or to the general branch. */
  readonly redos: number;
  readonly satisfaction: number | null;
};

/** A share with its denominator; `percent` is null when n < 10 ("not enough data"). */
export type Rate = {
  readonly numerator: number;
  readonly denominator: number;
  readonly percent: number | null;
};

export type ThreeRates = {
  /** Reporters contacted in time, of those due for contact. */
  readonly response: Rate;
  /** Answers "solved", of all valid follow-ups, also those that led to a redo, and parked matters (not solved). */
  readonly resolution: Rate;
  /** Answers 4 or 5 of 5, of valid follow-ups with a name; 3 of 5 is shown beside. */
  readonly satisfaction: Rate;
  /** Answers 3 of 5. */
  readonly soSo: number;
  /** What is left out, and how often. */
  readonly excluded: {
    readonly declined: number;
    readonly merged: number;
    readonly withdrawn: number;
    readonly anonymous: number;
    readonly explained: number;
    readonly unconfirmed: number;
  };
  readonly parked: number;
};

/** Fewest cases for a percentage. */
export const ENOUGH = 10;

/** A rate from counts; the percentage is rounded to the nearest whole number, by integer arithmetic. */
export function rate(numerator: number, denominator: number): Rate {
  const percent =
    denominator < ENOUGH ? null : Math.floor((200 * numerator + denominator) / (2 * denominator));
  return { numerator, denominator, percent };
}

const LEFT_OUT: readonly string[] = ['DECLINED', 'MERGED', 'WITHDRAWN'];

/** Valid follow-ups of a matter: every "not solved" on the way, and the last answer when that was "solved". */
function answersOf(matter: RatedMatter): number {
  return matter.resolved ? matter.redos + 1 : Math.max(matter.redos, 1);
}

/** The three rates of the matters of a window. */
export function threeRates(matters: readonly RatedMatter[], now: Date): ThreeRates {
  const count = (has: (m: RatedMatter) => boolean) => matters.filter(has).length;
  const counted = matters.filter((m) => !LEFT_OUT.includes(m.status));
  const due = counted.filter(
    (m) => !m.anonymous && m.contactDueAt !== null && (m.firstContactAt !== null || m.contactDueAt <= now),
  );
  const inTime = due.filter((m) => m.firstContactAt !== null && m.firstContactAt <= m.contactDueAt!).length;
  const answered = counted.filter((m) => m.resolved !== null && m.status !== 'CLOSED_EXPLAINED');
  const answers = answered.reduce((sum, m) => sum + answersOf(m), 0);
  const parked = counted.filter((m) => m.status === 'PARKED' && m.resolved === null).length;
  // An anonymous report has no follow-up call; whoever answers it by code and PIN may say that it is solved,
  // and is not asked how pleased (§4.1).
  const asked = answered.filter((m) => !m.anonymous && m.satisfaction !== null);
  const pleased = asked.filter((m) => m.satisfaction! >= 4).length;
  return {
    response: rate(inTime, due.length),
    resolution: rate(answered.filter((m) => m.resolved).length, answers + parked),
    satisfaction: rate(pleased, asked.length),
    soSo: asked.filter((m) => m.satisfaction === 3).length,
    excluded: {
      declined: count((m) => m.status === 'DECLINED'),
      merged: count((m) => m.status === 'MERGED'),
      withdrawn: count((m) => m.status === 'WITHDRAWN'),
      anonymous: count((m) => m.anonymous && !LEFT_OUT.includes(m.status)),
      explained: count((m) => m.status === 'CLOSED_EXPLAINED'),
      unconfirmed: count((m) => m.status === 'CLOSED_UNCONFIRMED'),
    },
    parked,
  };
}
