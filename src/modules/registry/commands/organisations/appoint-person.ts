import { type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Day, REGISTRY_EVENTS, REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { mayAppoint } from '../../rules/organisations/appointment.ts';
import { insertAppointment } from '../../store/organisations/new-organisations.ts';
import { lockedAppointmentsOfPost, postRows } from '../../store/organisations/posts.ts';
import { personRows } from '../../store/people/people.ts';

export type NewAppointment = {
  readonly id?: string;
  readonly postId: string;
  readonly personId: string;
  /** First day in the post. */
  readonly fromDay: Day;
  /** Last day in the post; absent while it goes on. */
  readonly toDay?: Day | null;
};

/**
 * Puts a person into a post. A person may hold several posts, a post has one holder at a time. What waits
 * for the post waits for the new holder from that day on.
 *
 * @returns the appointment's id; refusals `registry.not-a-keeper`, `registry.post-unknown`,
 * `registry.person-unknown`, `registry.day-unreadable`, `registry.ends-before-start`, `registry.post-is-held`.
 */
export async function appointPerson(tx: Tx, given: NewAppointment): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'appoint');
  if (!may.ok) return may;
  if ((await postRows(tx, [given.postId])).length === 0) {
    return refuse('registry.post-unknown', { field: 'postId' });
  }
  if ((await personRows(tx, [given.personId])).length === 0) {
    return refuse('registry.person-unknown', { field: 'personId' });
  }
  const period = { fromDay: given.fromDay, toDay: given.toDay ?? null };
  const free = mayAppoint(period, await lockedAppointmentsOfPost(tx, given.postId));
  if (!free.ok) return free;
  const id = given.id ?? tx.newId();
  await insertAppointment(tx, {
    id,
    post_id: given.postId,
    person_id: given.personId,
    from_day: period.fromDay,
    to_day: period.toDay,
  });
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.appointment,
    subjectId: id,
    kind: REGISTRY_EVENTS.appointed,
    data: { postId: given.postId, personId: given.personId, ...period },
  });
  return { ok: true, value: id };
}
