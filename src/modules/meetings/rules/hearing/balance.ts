/** Whether those who get a seat stand for those it concerns (domain brief §4.3, hearing specifics). Pure. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import { BALANCE_PARTS, type BalancePart, type Stance } from '../../contract/hearing.ts';

/** Somebody who signed up, as the balance counts them. */
export type Candidate = {
  readonly affected: boolean;
  readonly stance: Stance;
  readonly elder: boolean;
  readonly seated: boolean;
};

/** One part of the check with its counts. */
export type BalanceLine = {
  readonly part: BalancePart;
  /** How many of those with a seat count here, and how many it takes. */
  readonly seated: number;
  readonly needed: number;
  /** How many more signed up and have no seat. */
  readonly waiting: number;
  /** Met; or it can be, because somebody waits; or nobody more signed up, and a reason is owed. */
  readonly verdict: 'MET' | 'CAN_BE_MET' | 'CANNOT_BE_MET';
};
export type Balance = { readonly seats: number; readonly lines: readonly BalanceLine[] };

const COUNTS: Readonly<Record<BalancePart, (one: Candidate) => boolean>> = {
  affected: (one) => one.affected,
  opponents: (one) => one.stance === 'OPPOSE',
  elders: (one) => one.elder,
};

/** Half is enough, one less than half is not; one opponent and one elder are. */
const needed = (part: BalancePart, seats: number) =>
  part === 'affected' ? Math.max(1, Math.ceil(seats / 2)) : 1;

/**
 * The check before a hearing may be set: at least half of the seats to people directly affected, opponents and
 * elders among them.
 *
 * @source domain brief §4.3 "≥1/2 directly affected; include opponents & elderly"
 */
export function balanceOf(candidates: readonly Candidate[]): Balance {
  const seats = candidates.filter((one) => one.seated).length;
  const lines = BALANCE_PARTS.map((part): BalanceLine => {
    const those = candidates.filter(COUNTS[part]);
    const seated = those.filter((one) => one.seated).length;
    const need = needed(part, seats);
    const waiting = those.length - seated;
    const met = seated >= need && seats > 0;
    return {
      part,
      seated,
      needed: need,
      waiting,
      verdict: met ? 'MET' : waiting > 0 ? 'CAN_BE_MET' : 'CANNOT_BE_MET',
    };
  });
  return { seats, lines };
}

/**
 * Whether these seats will do. What could be met must be; what nobody signed up for needs a reason, which is
 * published beside the counts.
 */
export function seatsWillDo(balance: Balance, reason: string): Result<void> {
  if (balance.seats === 0) return refuse('meetings.nobody-seated', { source: 'DOMAIN §4.3' });
  const open = balance.lines.find((line) => line.verdict === 'CAN_BE_MET');
  if (open?.part === 'affected') return refuse('meetings.seat-those-affected', { source: 'DOMAIN §4.3' });
  if (open?.part === 'opponents') return refuse('meetings.seat-an-opponent', { source: 'DOMAIN §4.3' });
  if (open?.part === 'elders') return refuse('meetings.seat-an-elder', { source: 'DOMAIN §4.3' });
  const missing = balance.lines.some((line) => line.verdict === 'CANNOT_BE_MET');
  if (missing && reason.trim() === '')
    return refuse('meetings.say-why-unbalanced', { field: 'balanceReason', source: 'DOMAIN §4.3' });
  return ok();
}
