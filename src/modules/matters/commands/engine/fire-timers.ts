import { systemActor } from '#kernel/actor.ts';
import { ok, type Result } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { MATTER_SUBJECT, type TimerKind } from '../../contract.ts';
import { lockMatterIfFree } from '../../store/matters.ts';
import { dueTimers, findTimer, markFired } from '../../store/timers.ts';
import { type Changed, type Decision, type Known, knowMatter, saveDecision } from './change-matter.ts';

type Effect = {
  readonly action: 'close-for-silence' | 'close-unconfirmed' | 'escalate' | 'supervise';
  readonly decision: Decision;
};

/**
 * What a timer does beyond saying so. Everything else is a reminder: an event on the matter, in words.
 * A lead that stays silent goes to the general branch; silence of the reporter closes with an invitation to
 * reopen; five working days overdue raises supervision to level 2 (domain brief §3.7, §4.1).
 */
function effectOf(kind: TimerKind, { row, facts }: Known, now: Date): Effect | null {
  const reason = `timer.${kind}`;
  switch (kind) {
    case 'REQUESTER_SILENT':
      return {
        action: 'close-for-silence',
        decision: { to: 'CLOSED_UNCONFIRMED', reason, patch: { closed_at: now } },
      };
    case 'CLOSE_UNCONFIRMED':
      return {
        action: 'close-unconfirmed',
        decision: { to: 'CLOSED_UNCONFIRMED', reason, patch: { closed_at: now } },
      };
    case 'LEAD_ACCEPT_OVERDUE':
      return facts.status === 'ASSIGNED'
        ? {
            action: 'escalate',
            decision: { to: 'ESCALATED', reason, patch: { escalation_reason: 'LEAD_SILENT' } },
          }
        : null;
    case 'HANDLE_OVERDUE_RED':
      return row.supervision_level < 2
        ? { action: 'supervise', decision: { reason, patch: { supervision_level: 2 }, data: { level: 2 } } }
        : null;
    default:
      return null;
  }
}

/** Fires one timer, if it is still due and nobody is working on the matter. */
async function fireTimer(tx: Tx, matterId: string, kind: TimerKind): Promise<Result<Changed | null>> {
  const row = await lockMatterIfFree(tx, matterId);
  if (!row) return ok(null);
  const timer = await findTimer(tx, matterId, kind);
  if (!timer || timer.fired_at !== null || timer.due_at > tx.now) return ok(null);
  await markFired(tx, timer);
  const known = await knowMatter(tx, row, false);
  const effect = effectOf(kind, known, tx.now);
  if (effect) return saveDecision(tx, effect.action, known, effect.decision);
  await appendEvent(tx, {
    subjectKind: MATTER_SUBJECT,
    subjectId: row.id,
    kind: `matters.timer-${kind.toLowerCase().replaceAll('_', '-')}`,
    from: row.status,
    to: row.status,
  });
  return ok(null);
}

/**
 * Fires what is due in one neighborhood, each timer in a transaction of its own.
 *
 * @param now the moment it happens; the demo replays its history with a moved clock.
 * @returns how many timers were looked at; call again while it is the full batch.
 */
export async function fireDueTimers(
  database: Database,
  neighborhoodId: string,
  now: Date,
  batch = 50,
): Promise<number> {
  const actor = systemActor(neighborhoodId);
  const due = await database.inTransaction(actor, (tx) => dueTimers(tx, now, batch), { now });
  for (const timer of due) {
    await database.inTransaction(actor, (tx) => fireTimer(tx, timer.matter_id, timer.kind as TimerKind), {
      now,
    });
  }
  return due.length;
}
