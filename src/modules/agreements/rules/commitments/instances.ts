/** When a commitment falls due, and how each time stands (domain brief §4.5). Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays } from '#kernel/work-calendar.ts';
import type {
  CommitmentPeriod,
  Count,
  Due,
  InstanceStanding,
  InstanceState,
} from '../../contract/commitments.ts';

const MONTHS: Readonly<Record<CommitmentPeriod, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

/** The last day of the calendar period a day lies in: of 2026-02-03 and a quarter, 2026-03-31. */
function endOfPeriod(day: string, period: CommitmentPeriod): string {
  const months = MONTHS[period];
  const month = Number(day.slice(5, 7));
  const next = Math.ceil(month / months) * months + 1;
  const year = Number(day.slice(0, 4)) + (next > 12 ? 1 : 0);
  return addDays(`${year}-${String(next > 12 ? next - 12 : next).padStart(2, '0')}-01`, -1);
}

/**
 * All times a commitment falls due between two days. Periods are those of the calendar; the first begins with the
 * commitment, the last ends with the agreement.
 */
export function timesDue(
  { period, dueOn }: { readonly period: CommitmentPeriod | null; readonly dueOn: string | null },
  fromDay: string,
  lastDay: string,
): readonly Due[] {
  if (period === null) return dueOn === null ? [] : [{ fromDay: fromDay < dueOn ? fromDay : dueOn, dueOn }];
  const found: Due[] = [];
  for (let day = fromDay; day <= lastDay; ) {
    const end = endOfPeriod(day, period);
    const due = end < lastDay ? end : lastDay;
    found.push({ fromDay: day, dueOn: due });
    day = addDays(due, 1);
  }
  return found;
}

/** How one time stands on a day. Evidence after its day can still be confirmed; it stays late. */
export function instanceStanding(
  { state, fromDay, dueOn }: Due & { readonly state: InstanceState },
  day: string,
): InstanceStanding {
  if (state !== 'ACTIVE') return state;
  if (day > dueOn) return 'MISSED';
  return day < fromDay ? 'LATER' : 'ACTIVE';
}

/**
 * How one time stands that the program counts itself: it is kept when at least the promised share was in time; with
 * nothing due there is nothing to keep. Compared in whole numbers.
 */
export function countedStanding(
  time: Due & { readonly state: InstanceState },
  { inTime, due }: Count,
  enoughPercent: number,
  day: string,
): InstanceStanding {
  const standing = instanceStanding(time, day);
  if (standing !== 'MISSED') return standing;
  if (due === 0) return 'NONE_DUE';
  return inTime * 100 >= enoughPercent * due ? 'CONFIRMED' : 'MISSED';
}

/** Whether something may be shown for it today: not before its time, and not once it has been confirmed. */
export function mayEvidence(instance: Due & { readonly state: InstanceState }, day: string): Result<void> {
  if (instance.state === 'CONFIRMED' || instance.state === 'DROPPED')
    return refuse('agreements.commitment-settled');
  return day < instance.fromDay ? refuse('agreements.commitment-too-early') : ok();
}

/** Whether an organisation may say that it was kept: another than its own, and only once something was shown. */
export function mayJudge(
  state: InstanceState,
  ownerOrgId: string,
  judgingOrgId: string | undefined,
): Result<void> {
  if (ownerOrgId === judgingOrgId) return refuse('agreements.commitment-own', { source: 'DOMAIN §4.5' });
  return state === 'EVIDENCED' ? ok() : refuse('agreements.commitment-nothing-shown');
}
