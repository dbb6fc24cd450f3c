import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import { mayKeep } from '../../permissions.ts';
import { LEGAL_RULES, mayEnterTerm, type TermFacts } from '../../rules/terms/committee-rules.ts';
import { areaOfEstates, lockedOrganisation } from '../../store/organisations/kept-organisations.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { ownCommitteeRules } from '../../store/terms/committee-rules.ts';
import { insertTerm, termsOf } from '../../store/terms/terms.ts';

export type EnterTerm = TermFacts & { readonly id?: string; readonly organisationId: string };

/**
 * Enters a term of an owners' committee.
 *
 * @source Shanghai Residential Property Management Provisions, art. 20
 * @returns its id; refusals `registry.not-a-keeper`, `registry.not-an-owners-committee`,
 *   `registry.day-unreadable`, `registry.term-number`, `registry.term-years`, `registry.terms-overlap`,
 *   `registry.committee-size`, `registry.committee-size-small`.
 */
export async function enterTerm(tx: Tx, given: EnterTerm): Promise<Result<string>> {
  const may = mayKeep(tx.actor, 'keep-term');
  if (!may.ok) return may;
  const org = isUuid(given.organisationId) ? await lockedOrganisation(tx, given.organisationId) : null;
  if (org?.kind !== 'OWNERS_COMMITTEE') return refuse('registry.not-an-owners-committee');
  const others = (await termsOf(tx, org.id)).map((term) => ({
    number: term.number,
    fromDay: term.fromDay,
    toDay: term.endedOn ?? term.toDay,
  }));
  const [served] = await organisationRows(tx, [org.id], given.fromDay);
  const area = await areaOfEstates(tx, served?.estateIds ?? []);
  const rules = (await ownCommitteeRules(tx)) ?? LEGAL_RULES;
  const free = mayEnterTerm(given, rules, area, others);
  if (!free.ok) return free;
  const id = given.id ?? tx.newId();
  const { number, fromDay, toDay, members } = given;
  await insertTerm(tx, {
    id,
    organisation_id: org.id,
    number,
    from_day: fromDay,
    to_day: toDay,
    members,
  });
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.term,
    subjectId: id,
    kind: ORGANISATION_EVENTS.termEntered,
    to: 'RUNNING',
    data: { organisationId: org.id, number, fromDay, toDay, members },
  });
  return ok(id);
}
