/** What the slips of an appraisal say, criterion by criterion. Pure. */
import { type CriterionResult, FEWEST_SLIPS, HIGHEST_SCORE, LOWEST_SCORE } from '../../contract/appraisal.ts';

/** A slip: a score for each criterion in order, null where nothing was ticked. */
export type Slip = readonly (number | null)[];

/** Whether a slip can be counted: as long as the list, whole scores from 1 to 5, and at least one of them. */
export function isSlip(scores: Slip, criteria: number): boolean {
  return (
    scores.length === criteria &&
    scores.some((score) => score !== null) &&
    scores.every(
      (score) =>
        score === null || (Number.isInteger(score) && score >= LOWEST_SCORE && score <= HIGHEST_SCORE),
    )
  );
}

/** The mean in hundredths, halves up, in whole numbers. */
function meanOf(scores: readonly number[]): number | null {
  if (scores.length === 0) return null;
  const sum = scores.reduce((all, one) => all + one, 0);
  return Math.floor((sum * 200 + scores.length) / (scores.length * 2));
}

/**
 * Results by criterion. With fewer slips than {@link FEWEST_SLIPS} only the number of slips is told, and the same for a
 * criterion that so few scored: nobody's score can be guessed from them.
 */
export function resultsOf(criteria: readonly string[], slips: readonly Slip[]): CriterionResult[] {
  return criteria.map((criterion, at) => {
    const scores = slips.map((slip) => slip[at] ?? null).filter((score) => score !== null);
    const isTold = scores.length >= FEWEST_SLIPS;
    return {
      criterion,
      scored: scores.length,
      mean: isTold ? meanOf(scores) : null,
      spread: isTold ? [1, 2, 3, 4, 5].map((mark) => scores.filter((score) => score === mark).length) : null,
    };
  });
}
