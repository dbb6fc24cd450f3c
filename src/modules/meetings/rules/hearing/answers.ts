/** The response table (domain brief §3.6 "decision must answer each opinion"). Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import { VERDICTS, type Verdict } from '../../contract/hearing.ts';

type Answered = { readonly number: number; readonly verdict: Verdict | null; readonly answer: string | null };

/** Whether every opinion has an answer with a reason, so that the table may go out. */
export function allAnswered(opinions: readonly Answered[]): Result<void> {
  const open = opinions.filter((one) => one.verdict === null || (one.answer ?? '').trim() === '');
  if (open.length === 0) return ok();
  return refuse('meetings.opinions-unanswered', {
    params: { n: open.length, first: open[0]?.number ?? 0 },
    source: 'DOMAIN §3.6',
  });
}

/** How many were adopted, partly adopted and not. */
export function verdictCounts(
  opinions: readonly { readonly verdict: Verdict | null }[],
): Readonly<Record<Verdict, number>> {
  const counts = { ADOPTED: 0, PARTLY: 0, NOT_ADOPTED: 0 };
  for (const verdict of VERDICTS) counts[verdict] = opinions.filter((one) => one.verdict === verdict).length;
  return counts;
}
