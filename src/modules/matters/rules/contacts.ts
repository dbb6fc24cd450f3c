/** When somebody counts as contacted (domain brief §4.1, first contact). Pure. */

export type ContactAttempt = { readonly at: Date; readonly result: string };

/** Morning, afternoon or evening in Shanghai (+08:00), and the day: two calls at one sitting are one attempt. */
function timeOfDay(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000);
  const hour = local.getUTCHours();
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return `${local.toISOString().slice(0, 10)} ${part}`;
}

/** How many attempts failed at different times of day, and how many attempts there were at all. */
export function attemptsByTimeOfDay(attempts: readonly ContactAttempt[]): {
  failedTimes: number;
  total: number;
} {
  const failed = attempts.filter((a) => a.result === 'NO_ANSWER' || a.result === 'WRONG_NUMBER');
  return { failedTimes: new Set(failed.map((a) => timeOfDay(a.at))).size, total: attempts.length };
}

/** Three failed attempts at different times of day count as contacted; so does reaching the reporter, who may decline to talk. */
export function countsAsContacted(attempts: readonly ContactAttempt[]): boolean {
  if (attempts.some((a) => a.result === 'REACHED' || a.result === 'DECLINED')) return true;
  return attemptsByTimeOfDay(attempts).failedTimes >= 3;
}
