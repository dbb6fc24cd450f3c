import { ok, type Result, refuse } from '#kernel/result.ts';
import type { WorkCalendar } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  type Level,
  MATTER_SUBJECT,
  type MatterAction,
  type MatterFacts,
  type MatterStatus,
} from '../../contract.ts';
import { mayNow } from '../../permissions.ts';
import { mayLead, type TimedAction } from '../../rules/lifecycle.ts';
import { rulesAt, runsOnWall } from '../../rules/pace/deadlines.ts';
import { expectedTimers } from '../../rules/pace/expected-timers.ts';
import { shiftDue } from '../../rules/pace/pause.ts';
import { earlierOf } from '../../rules/pace/plan.ts';
import { factsOf, timedMatter } from '../../store/facts.ts';
import { lockMatter, updateMatter } from '../../store/matters.ts';
import type { MatterPatch, MatterRow } from '../../store/rows.ts';
import { syncTimers } from '../../store/timers.ts';
import { deskOrganisations, whoWasFirst } from './people.ts';

/** The matter somebody means, and the version they were looking at. */
export type Target = {
  readonly matterId: string;
  /** Absent for residents: an answer is never refused because staff wrote a note meanwhile. */
  readonly version?: number | undefined;
  /** The actor gave the right code and query PIN. */
  readonly provenByPin?: boolean | undefined;
};

/** What is known when a command decides. */
export type Known = { readonly row: MatterRow; readonly facts: MatterFacts; readonly calendar: WorkCalendar };

/** What a command decided. Nothing is written before the decision is whole. */
export type Decision = {
  /** The new state; absent: it stays. */
  readonly to?: MatterStatus;
  readonly patch?: MatterPatch;
  readonly reason?: string | null;
  /** For the event: ids and plain values, no contact data. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Further rows, written after the matter and before the event. */
  readonly also?: (tx: Tx) => Promise<void>;
};

export type Changed = {
  readonly matterId: string;
  readonly code: string;
  readonly status: MatterStatus;
  readonly version: number;
};

/**
 * The one way to change a matter: lock it, ask the permission table and the life cycle, let the command
 * decide, save, set the timers the new state needs, and append the event, all in the caller's transaction.
 *
 * @returns the new state and version, or the refusal: `matters.not-found`, `matters.already-handled` when
 *   somebody else was first, one of the permission table, or the command's own.
 */
export async function changeMatter(
  tx: Tx,
  action: MatterAction,
  target: Target,
  decide: (known: Known) => Result<Decision> | Promise<Result<Decision>>,
): Promise<Result<Changed>> {
  const row = await lockMatter(tx, target.matterId);
  if (!row) return refuse('matters.not-found');
  if (target.version !== undefined && target.version !== row.version) {
    return refuse('matters.already-handled', { params: await whoWasFirst(tx, row) });
  }
  const known = await knowMatter(tx, row, target.provenByPin ?? false);
  const refusal = mayNow(tx.actor, action, known.facts);
  if (refusal) return { ok: false, refusal };
  const decision = await decide(known);
  if (!decision.ok) return decision;
  return saveDecision(tx, action, known, decision.value);
}

/** Facts, calendar and row of a locked matter. */
export async function knowMatter(tx: Tx, row: MatterRow, provenByPin: boolean): Promise<Known> {
  const desks = await deskOrganisations(tx, row);
  return { row, facts: await factsOf(tx, row, desks, provenByPin), calendar: await loadCalendar(tx) };
}

/** Saves what was decided; timers of the program come here directly, since nobody's permission is asked. */
export async function saveDecision(
  tx: Tx,
  action: MatterAction | TimedAction,
  known: Known,
  decision: Decision,
): Promise<Result<Changed>> {
  const { row } = known;
  const from = known.facts.status;
  const to = decision.to ?? from;
  if (!mayLead(action, from, to)) throw new Error(`${action} may not lead from ${from} to ${to}`);
  const patch = { ...leaving(known, from, to, tx.now), ...decision.patch };
  const version = await updateMatter(tx, row.id, to, patch);
  await decision.also?.(tx);
  const after = { ...row, ...patch, status: to } as MatterRow;
  await syncTimers(tx, row.id, expectedTimers(timedMatter(after), known.calendar));
  await appendEvent(tx, {
    subjectKind: MATTER_SUBJECT,
    subjectId: row.id,
    kind: `matters.${action}`,
    from,
    to,
    reason: decision.reason ?? null,
    data: decision.data ?? {},
  });
  return ok({ matterId: row.id, code: row.code, status: to, version });
}

/** What leaving a state always means: the clock goes on after waiting, an escalation is over. */
function leaving(known: Known, from: MatterStatus, to: MatterStatus, now: Date): MatterPatch {
  const patch: MatterPatch = {};
  if (from === to) return patch;
  if (from === 'ESCALATED') patch.escalation_reason = null;
  if (from === 'WAITING_REQUESTER' || from === 'WAITING_EXTERNAL' || from === 'PARKED')
    patch.waiting_since = null;
  const rested = from === 'WAITING_REQUESTER' || from === 'PARKED';
  if (rested && known.row.waiting_since && known.row.handle_due_at) {
    const shifted = shiftByPause(known, known.row.waiting_since, known.row.handle_due_at, now);
    Object.assign(patch, shifted);
  }
  return patch;
}

/**
 * Waiting for the requester stops our clock: the deadline moves by the time that passed (§3.8, ⏸). The date of
 * a 12345 order does not move with it, and the earlier of the two holds (§4.1).
 */
function shiftByPause({ row, calendar }: Known, since: Date, due: Date, now: Date): MatterPatch {
  const first = row.round === 1 && !row.extended;
  const onWall = first && runsOnWall(rulesAt(row.submitted_at).levels[row.level as Level].handle);
  const moved = shiftDue(calendar, since, due, now, onWall);
  if (moved === null) return {};
  if (!moved.known) return { handle_due_at: row.external_due_at, unknown_calendar_year: moved.year };
  return {
    handle_due_at: earlierOf(moved.value.due, row.external_due_at),
    paused_work_minutes: row.paused_work_minutes + moved.value.minutes,
  };
}
