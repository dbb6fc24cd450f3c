/** The life of a committee's term as data; the guard, the page's buttons and the README read this table. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { TermState } from '../../contract/terms.ts';
import type { Day } from '../../contract.ts';
import { isDay } from '../day.ts';

export const TERM_ACTIONS = ['record-term-report', 'begin-hand-over', 'accept-hand-over'] as const;
export type TermAction = (typeof TERM_ACTIONS)[number];

/** From where an action may start and where it leads. */
export const TERM_LIFE: readonly {
  readonly action: TermAction;
  readonly from: TermState;
  readonly to: TermState;
}[] = [
  { action: 'record-term-report', from: 'RUNNING', to: 'RUNNING' },
  { action: 'begin-hand-over', from: 'RUNNING', to: 'HANDING_OVER' },
  { action: 'accept-hand-over', from: 'HANDING_OVER', to: 'HANDED_OVER' },
];

/** The state an action leads to, or the refusal `registry.term-not-there`. */
export function termAfter(action: TermAction, from: TermState): Result<TermState> {
  const row = TERM_LIFE.find((one) => one.action === action && one.from === from);
  return row ? ok(row.to) : refuse('registry.term-not-there', { params: { state: from } });
}

/**
 * Whether a term may end on a day: not before it began, not in days to come, and before its time only for a
 * reason (resignation, recall).
 */
export function mayEndTerm(
  term: { readonly fromDay: Day; readonly toDay: Day },
  lastDay: Day,
  reason: string,
  today: Day,
): Result<void> {
  if (!isDay(lastDay)) return refuse('registry.day-unreadable', { field: 'lastDay' });
  if (lastDay < term.fromDay) {
    return refuse('registry.ends-before-start', { field: 'lastDay', params: { day: term.fromDay } });
  }
  if (lastDay > today) return refuse('registry.day-to-come', { field: 'lastDay' });
  if (lastDay > term.toDay) {
    return refuse('registry.after-the-term', { field: 'lastDay', params: { day: term.toDay } });
  }
  if (lastDay < term.toDay && reason.trim() === '') {
    return refuse('registry.early-end-reason', { field: 'reason', params: { day: term.toDay } });
  }
  return ok();
}
