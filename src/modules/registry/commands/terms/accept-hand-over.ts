import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import type { OpenWork } from '../../contract/terms.ts';
import { mayAcceptHandOver } from '../../permissions.ts';
import { termAfter } from '../../rules/terms/hand-over.ts';
import { findTerm, updateTerm } from '../../store/terms/terms.ts';

export type AcceptHandOver = {
  readonly termId: string;
  readonly version: number;
  /** What was open at this moment, gathered in the same transaction; kept as what was taken over. */
  readonly openWork: readonly OpenWork[];
};

/**
 * The new director takes over what the last committee left: the list is kept with the term.
 *
 * @returns refusals `registry.term-unknown`, `registry.not-the-new-director`, `registry.changed-meanwhile`,
 *   `registry.term-not-there`.
 */
export async function acceptHandOver(tx: Tx, given: AcceptHandOver): Promise<Result<void>> {
  const term = isUuid(given.termId) ? await findTerm(tx, given.termId, true) : null;
  if (!term) return refuse('registry.term-unknown');
  const may = mayAcceptHandOver(tx.actor, term.organisationId);
  if (!may.ok) return may;
  if (term.version !== given.version) return refuse('registry.changed-meanwhile');
  const next = termAfter('accept-hand-over', term.state);
  if (!next.ok) return next;
  await updateTerm(tx, term.id, {
    state: next.value,
    taken_over: JSON.stringify(given.openWork),
    accepted_at: tx.now,
    accepted_by_person_id: tx.actor.personId,
    accepted_by_post_id: tx.actor.post?.postId ?? null,
  });
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.term,
    subjectId: term.id,
    kind: ORGANISATION_EVENTS.handOverAccepted,
    from: term.state,
    to: next.value,
    data: { organisationId: term.organisationId, openWork: given.openWork.length },
  });
  return ok();
}
