import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { endSessionsInPost } from '#platform/auth/leave-post.ts';
import type { Tx } from '#platform/db/database.ts';
import { type AppointmentEnded, type Day, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { mayEnd } from '../../rules/organisations/appointment.ts';
import { lockedAppointment, setAppointmentEnd } from '../../store/organisations/posts.ts';

export type EndAppointment = {
  readonly appointmentId: string;
  readonly lastDay: Day;
  readonly reason?: string;
};

/**
 * Ends an appointment with its last day. From the day after, what waits for the post waits for the successor,
 * or for the deputy or head while there is none. With a last day of today or before, the holder is out at once:
 * sessions in the post end in the same transaction, and nobody can sign in to it again.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.appointment-unknown`,
 * `registry.appointment-already-ended`, `registry.day-unreadable`, `registry.ends-before-start`.
 */
export async function endAppointment(tx: Tx, given: EndAppointment): Promise<Result<AppointmentEnded>> {
  const may = mayKeep(tx.actor, 'end-appointment');
  if (!may.ok) return may;
  const appointment = await lockedAppointment(tx, given.appointmentId);
  if (!appointment) return refuse('registry.appointment-unknown', { field: 'appointmentId' });
  const free = mayEnd(appointment, given.lastDay);
  if (!free.ok) return free;
  const ended: AppointmentEnded = {
    appointmentId: appointment.id,
    postId: appointment.postId,
    personId: appointment.personId,
    lastDay: given.lastDay,
  };
  await leavePost(tx, ended, given.reason?.trim() || null);
  return { ok: true, value: ended };
}

/** Writes an end that was decided: last day, sessions, event. */
export async function leavePost(tx: Tx, ended: AppointmentEnded, reason: string | null): Promise<void> {
  const leavesNow = ended.lastDay <= dayOf(tx.now);
  await setAppointmentEnd(tx, ended.appointmentId, ended.lastDay, leavesNow ? tx.now : null);
  if (leavesNow) await endSessionsInPost(tx, ended);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.appointment,
    subjectId: ended.appointmentId,
    kind: REGISTRY_EVENTS.appointmentEnded,
    reason,
    data: ended,
  });
}
