import { textOf } from '#web/page/answers.ts';

/** The scores of a slip as ticked, in the order of its criteria; null where nothing was. */
export function scoresOf(form: FormData, criteria: number): (number | null)[] {
  return Array.from({ length: criteria }, (_, at) => {
    const ticked = textOf(form, `score${at + 1}`);
    return ticked === '' ? null : Number(ticked);
  });
}
