import { maskName } from '#kernel/contact.ts';
import type { Tx } from '#platform/db/database.ts';
import type { NamedHolding } from '../../contract/holdings.ts';
import type { Day, UnitRelation } from '../../contract.ts';
import { BOUND_TO_ESTATES, type PeopleView, peopleView } from '../../permissions.ts';
import { covers, dayOf } from '../../rules/day.ts';
import { owns } from '../../rules/people/holdings.ts';
import { organisationRows } from '../../store/organisations/organisations.ts';
import { postRows } from '../../store/organisations/posts.ts';
import { holdingsOfUnits } from '../../store/people/households.ts';
import { personRows } from '../../store/people/people.ts';

/** Where a unit lies, as far as visibility asks. */
export type UnitPlace = { readonly estateId: string; readonly stairwellId: string | null };

/** How much of the people of a place the actor sees: the role's view, where the actor is bound to a place. */
export async function viewOfPlace(tx: Tx, place: UnitPlace): Promise<PeopleView> {
  const view = peopleView(tx.actor);
  const { post, role } = tx.actor;
  if (view === 'STAIRWELL') {
    const [own] = post ? await postRows(tx, [post.postId]) : [];
    return own?.stairwellId && own.stairwellId === place.stairwellId ? 'FULL' : 'NONE';
  }
  if (!BOUND_TO_ESTATES.includes(role)) return view;
  const [org] = post ? await organisationRows(tx, [post.orgId], dayOf(tx.now)) : [];
  return org?.estateIds.includes(place.estateId) ? view : 'NONE';
}

/** What of a holding is told to whom: masked readers learn of owners only, and only today's. */
function told(
  view: PeopleView,
  holding: { readonly relation: UnitRelation; readonly fromDay: Day; readonly toDay: Day | null },
  day: Day,
) {
  if (view === 'FULL') return true;
  return view === 'MASKED' && owns(holding.relation) && covers(holding, day);
}

/** The people and organisations of units, the latest first, as far as the reader may see them. */
export async function unitPeople(
  tx: Tx,
  units: readonly ({ readonly id: string } & UnitPlace)[],
): Promise<NamedHolding[]> {
  const day = dayOf(tx.now);
  const views = new Map<string, PeopleView>();
  for (const unit of units) {
    const key = `${unit.estateId}/${unit.stairwellId}`;
    if (!views.has(key)) views.set(key, await viewOfPlace(tx, unit));
    views.set(unit.id, views.get(key)!);
  }
  const all = await holdingsOfUnits(
    tx,
    units.map((unit) => unit.id),
  );
  const shown = all.filter((one) => told(views.get(one.unitId) ?? 'NONE', one, day));
  const people = await namesOf(
    tx,
    shown.map((one) => one.personId),
  );
  const orgs = await organisationRows(
    tx,
    [...new Set(shown.map((one) => one.organisationId).filter((id) => id !== null))],
    day,
  );
  return shown.map((one) => {
    const org = orgs.find((row) => row.id === one.organisationId)?.nameZh;
    const name = org ?? people.get(one.personId ?? '') ?? null;
    const masked = views.get(one.unitId) === 'MASKED' && one.personId !== null;
    return {
      ...one,
      personId: views.get(one.unitId) === 'FULL' ? one.personId : null,
      name: name !== null && masked ? maskName(name) : name,
    };
  });
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  return new Map((await personRows(tx, wanted)).map((row) => [row.id, row.name]));
}
