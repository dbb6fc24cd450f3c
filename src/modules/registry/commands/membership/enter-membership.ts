import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENTS, MEMBER_KINDS } from '../../contract/membership.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import type { Day } from '../../contract.ts';
import { MEMBER_READERS, mayKeepMembers } from '../../permissions.ts';
import { isDay } from '../../rules/day.ts';
import { overlap } from '../../rules/organisations/appointment.ts';
import { soundText } from '../../rules/organisations/typed.ts';
import { lockedOrganisation } from '../../store/organisations/kept-organisations.ts';
import { insertMembership, membershipRows } from '../../store/people/memberships.ts';
import { knownPersonIds } from '../../store/people/people.ts';

export type EnterMembership = {
  readonly id?: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly kind: string;
  /** The unit of the primary branch, for a dual membership. */
  readonly homeUnit: string;
  /** Whom to reach there, by post. */
  readonly contact: string;
  /** How the person agreed that it is kept; without, nothing is kept. */
  readonly agreed: string;
  readonly fromDay: Day;
};

/**
 * Enters that somebody belongs to a party branch here, or takes part while the primary branch is elsewhere.
 * Neither where they are registered nor anything about their work is kept. The event names the branch only.
 *
 * @source PIPL art. 28–30 (sensitive, separate consent); domain brief S35, §3.15, §3.16
 * @returns its id; refusals `registry.not-a-party-keeper`, `registry.not-a-party-organisation`,
 *   `registry.person-unknown`, `registry.choose-one`, `registry.person-did-not-agree`,
 *   `registry.home-unit-missing`, `registry.day-unreadable`, `registry.belongs-already`.
 */
export async function enterMembership(tx: Tx, given: EnterMembership): Promise<Result<string>> {
  const may = mayKeepMembers(tx.actor);
  if (!may.ok) return may;
  const org = isUuid(given.organisationId) ? await lockedOrganisation(tx, given.organisationId) : null;
  if (!org || !(org.kind in MEMBER_READERS)) return refuse('registry.not-a-party-organisation');
  if (!isUuid(given.personId) || !(await knownPersonIds(tx, [given.personId])).has(given.personId)) {
    return refuse('registry.person-unknown', { field: 'personId' });
  }
  const kind = MEMBER_KINDS.find((one) => one === given.kind);
  if (!kind) return refuse('registry.choose-one', { field: 'kind' });
  const agreed = AGREEMENTS.find((one) => one === given.agreed);
  if (!agreed) return refuse('registry.person-did-not-agree', { field: 'agreed', source: 'PIPL art. 29' });
  const homeUnit = soundText(given.homeUnit, 'homeUnit');
  if (!homeUnit.ok) return homeUnit;
  if (kind === 'DUAL' && homeUnit.value === '')
    return refuse('registry.home-unit-missing', { field: 'homeUnit' });
  const contact = soundText(given.contact, 'contact');
  if (!contact.ok) return contact;
  if (!isDay(given.fromDay)) return refuse('registry.day-unreadable', { field: 'fromDay' });
  const period = { fromDay: given.fromDay, toDay: null };
  const own = await membershipRows(tx, { personId: given.personId });
  const same = (one: (typeof own)[number]) =>
    one.organisationId === org.id || (kind === 'PRIMARY' && one.kind === kind);
  if (own.some((one) => same(one) && overlap(one, period))) {
    return refuse('registry.belongs-already', { field: 'personId' });
  }
  const id = given.id ?? tx.newId();
  await insertMembership(tx, {
    id,
    person_id: given.personId,
    organisation_id: org.id,
    kind,
    home_unit: homeUnit.value,
    contact: contact.value,
    agreed,
    from_day: given.fromDay,
  });
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.members,
    subjectId: org.id,
    kind: ORGANISATION_EVENTS.membersChanged,
  });
  return ok(id);
}
