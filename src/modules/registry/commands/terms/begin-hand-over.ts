import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import type { Day } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf } from '../../rules/day.ts';
import { mayEndTerm, termAfter } from '../../rules/terms/hand-over.ts';
import { allAppointments, keptPosts } from '../../store/organisations/kept-posts.ts';
import { lockedAppointment } from '../../store/organisations/posts.ts';
import { findTerm, updateTerm } from '../../store/terms/terms.ts';
import { leavePost } from '../organisations/end-appointment.ts';

export type BeginHandOver = {
  readonly termId: string;
  readonly version: number;
  /** The term's last day, today or before. */
  readonly lastDay: Day;
  /** Needed when it ends before its time. */
  readonly reason: string;
};

/**
 * A term of an owners' committee is over: everybody in its posts leaves them with its last day, their sessions
 * end, and what they led waits for the new committee. Appointments that begin later are the new committee's and
 * stay.
 *
 * @returns how many people left; refusals `registry.not-a-keeper`, `registry.term-unknown`,
 *   `registry.changed-meanwhile`, `registry.term-not-there`, `registry.day-unreadable`,
 *   `registry.ends-before-start`, `registry.day-to-come`, `registry.after-the-term`, `registry.early-end-reason`.
 */
export async function beginHandOver(tx: Tx, given: BeginHandOver): Promise<Result<number>> {
  const may = mayKeep(tx.actor, 'keep-term');
  if (!may.ok) return may;
  const term = isUuid(given.termId) ? await findTerm(tx, given.termId, true) : null;
  if (!term) return refuse('registry.term-unknown');
  if (term.version !== given.version) return refuse('registry.changed-meanwhile');
  const next = termAfter('begin-hand-over', term.state);
  if (!next.ok) return next;
  const free = mayEndTerm(term, given.lastDay, given.reason, dayOf(tx.now));
  if (!free.ok) return free;
  const left = await everybodyLeaves(tx, term.organisationId, given.lastDay);
  const reason = given.reason.trim();
  await updateTerm(tx, term.id, { state: next.value, ended_on: given.lastDay, end_reason: reason });
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.term,
    subjectId: term.id,
    kind: ORGANISATION_EVENTS.handOverBegun,
    from: term.state,
    to: next.value,
    reason: reason || null,
    data: { organisationId: term.organisationId, lastDay: given.lastDay, left },
  });
  return ok(left);
}

async function everybodyLeaves(tx: Tx, organisationId: string, lastDay: Day): Promise<number> {
  const posts = await keptPosts(tx, { organisationId });
  const appointments = await allAppointments(
    tx,
    posts.map((post) => post.id),
  );
  let left = 0;
  for (const { id, postId, personId } of appointments) {
    const held = await lockedAppointment(tx, id);
    const goesOn = held && held.leftAt === null && (held.toDay === null || held.toDay >= lastDay);
    if (!goesOn || held.fromDay > lastDay) continue;
    await leavePost(tx, { appointmentId: id, postId, personId, lastDay }, null);
    left += 1;
  }
  return left;
}
