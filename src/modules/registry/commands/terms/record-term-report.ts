import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import type { Day } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { dayOf, isDay } from '../../rules/day.ts';
import { termAfter } from '../../rules/terms/hand-over.ts';
import { findTerm, updateTerm } from '../../store/terms/terms.ts';

/**
 * The committee reported that its term ends.
 *
 * @source Shanghai Residential Property Management Provisions, art. 28
 * @returns refusals `registry.not-a-keeper`, `registry.term-unknown`, `registry.term-not-there`,
 *   `registry.reported-already`, `registry.day-unreadable`, `registry.day-to-come`.
 */
export async function recordTermReport(
  tx: Tx,
  given: { readonly termId: string; readonly day: Day },
): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'keep-term');
  if (!may.ok) return may;
  const term = isUuid(given.termId) ? await findTerm(tx, given.termId, true) : null;
  if (!term) return refuse('registry.term-unknown');
  const next = termAfter('record-term-report', term.state);
  if (!next.ok) return next;
  if (term.reportedOn !== null)
    return refuse('registry.reported-already', { params: { day: term.reportedOn } });
  if (!isDay(given.day)) return refuse('registry.day-unreadable', { field: 'day' });
  if (given.day > dayOf(tx.now)) return refuse('registry.day-to-come', { field: 'day' });
  await updateTerm(tx, term.id, { reported_on: given.day });
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.term,
    subjectId: term.id,
    kind: ORGANISATION_EVENTS.termReported,
    from: term.state,
    to: next.value,
    data: { day: given.day },
  });
  return ok();
}
