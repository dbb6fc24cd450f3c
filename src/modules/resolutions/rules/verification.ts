/**
 * When an action may be struck off (domain brief §3.7, §4.4): only when another organisation has checked, and who
 * asked for it is content; where nobody can be asked, somebody has to have gone and looked. Pure.
 */
import type { Answer, Check } from '../contract.ts';

/** A number of this rule, with the day it holds from; later sets do not reach back. */
type VerificationRules = {
  readonly effectiveFrom: string;
  /** What comes undone within these days after striking off is a rebound (brief §5: 反弹率 ≤ 90 d). */
  readonly reboundDays: number;
  /** Days on which somebody tried to ask before silence counts as silence (brief §4.1: three attempts). */
  readonly attempts: number;
};

const RULES: readonly VerificationRules[] = [{ effectiveFrom: '2025-01-01', reboundDays: 90, attempts: 3 }];

/** The set in force on a day. */
function rulesOn(day: string): VerificationRules {
  return RULES.filter((set) => set.effectiveFrom <= day).at(-1) ?? RULES[0]!;
}

/** One answer, in the order they came. */
export type Answered = {
  readonly answer: Answer;
  /** `2026-04-20` */
  readonly day: string;
  /** Whoever answers again changes their mind; unknown: each answer stands alone. */
  readonly matterId: string | null;
};

export type Verified = {
  readonly check: Check | null;
  /** Somebody asked for it, and can be asked. */
  readonly hasRequester: boolean;
  readonly answers: readonly Answered[];
};

export const VERDICTS = [
  'COMPLETE',
  'NOT_CHECKED',
  'REQUESTER_NOT_ASKED',
  'REQUESTER_SAYS_NO',
  'NEEDS_A_LOOK',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What is missing before it may be struck off. */
export function verdictOf({ check, hasRequester, answers }: Verified, today: string): Verdict {
  if (check === null) return 'NOT_CHECKED';
  const looked: Verdict = check === 'ON_SITE' ? 'COMPLETE' : 'NEEDS_A_LOOK';
  if (!hasRequester) return looked;
  const said = lastWords(answers);
  const agree = said.filter(({ answer }) => answer === 'AGREES').length;
  const disagree = said.filter(({ answer }) => answer === 'DISAGREES').length;
  if (disagree > 0 && disagree >= agree) return 'REQUESTER_SAYS_NO';
  if (agree > 0) return 'COMPLETE';
  const tried = new Set(answers.filter(({ answer }) => answer === 'NO_ANSWER').map(({ day }) => day));
  return tried.size >= rulesOn(today).attempts ? looked : 'REQUESTER_NOT_ASKED';
}

/** What each one said last. */
function lastWords(answers: readonly Answered[]): Answered[] {
  const spoken = answers.filter(({ answer }) => answer !== 'NO_ANSWER');
  return spoken.filter(
    ({ matterId }, at) =>
      matterId === null || !spoken.slice(at + 1).some((later) => later.matterId === matterId),
  );
}

/** Whether something struck off on a day has come undone so soon that it begins again as itself. */
export function inReboundWindow(struckOffOn: string, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(struckOffOn)) / 86_400_000;
  return days <= rulesOn(today).reboundDays;
}
