import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS } from '../../contract/organisations.ts';
import { type Day, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { mayExtend } from '../../rules/organisations/appointment.ts';
import { setLastDay } from '../../store/organisations/kept-posts.ts';
import { lockedAppointment, lockedAppointmentsOfPost } from '../../store/organisations/posts.ts';

export type ExtendAppointment = {
  readonly appointmentId: string;
  /** The new last day; null: until it is ended. */
  readonly toDay: Day | null;
};

/**
 * Moves the last day of an appointment that goes on. One that is over is not brought back: appoint again.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.appointment-unknown`, `registry.day-unreadable`,
 *   `registry.appointment-over`, `registry.not-later`, `registry.post-is-held`.
 */
export async function extendAppointment(tx: Tx, given: ExtendAppointment): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'appoint');
  if (!may.ok) return may;
  const found = isUuid(given.appointmentId) ? await lockedAppointment(tx, given.appointmentId) : null;
  if (!found) return refuse('registry.appointment-unknown');
  const others = (await lockedAppointmentsOfPost(tx, found.postId)).filter((one) => one.id !== found.id);
  const free = mayExtend(found, given.toDay, others, dayOf(tx.now));
  if (!free.ok) return free;
  await setLastDay(tx, found.id, given.toDay);
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.appointment,
    subjectId: found.id,
    kind: ORGANISATION_EVENTS.appointmentExtended,
    data: { postId: found.postId, before: found.toDay, toDay: given.toDay },
  });
  return ok();
}
