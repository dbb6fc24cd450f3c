/**
 * What other modules may ask of the register. Every function works in the neighborhood of `tx.actor`; what
 * belongs to another neighborhood is simply not there. Days are Asia/Shanghai days, `2026-11-20`.
 */
export { addOrganisation } from './commands/organisations/add-organisation.ts';
export { addPosts } from './commands/organisations/add-post.ts';
export { appointPerson } from './commands/organisations/appoint-person.ts';
export { addPerson } from './commands/people/add-person.ts';
export { personForPhone } from './commands/people/find-or-add-person.ts';
export { leaveUnit } from './commands/people/leave-unit.ts';
export { letIntoUnit } from './commands/people/let-into-unit.ts';
export { foundNeighborhood } from './commands/places/found-neighborhood.ts';
export { acceptHandOver } from './commands/terms/accept-hand-over.ts';
export {
  dutyPhones,
  organisations,
  organisationsByIds,
  servingOrganisations,
} from './queries/organisations/organisations.ts';
export { headOf, holdersOf, postsByIds, postsHeldBy, postsOf } from './queries/organisations/posts.ts';
export { teams } from './queries/organisations/teams.ts';
export { termFile } from './queries/organisations/term-file.ts';
export { homesOf, householdUnitsOf, isOwner, residentsOf } from './queries/people/households.ts';
export { knownNames } from './queries/people/known-names.ts';
export { personalDataOf } from './queries/people/own-register.ts';
export { peopleByIds, personByPhone, phoneOf } from './queries/people/people.ts';
export { type PeopleList, peopleList } from './queries/people/people-list.ts';
export { phoneTailIndexOf, type RegisteredPerson, registeredAt } from './queries/people/registered-at.ts';
export { searchPlaces } from './queries/places/place-search.ts';
export {
  commonPartsOf,
  householdsOfBuildings,
  placeTree,
  unitsOf,
} from './queries/places/place-tree.ts';
export { placeSearchText } from './queries/places/place-words.ts';
export { placeOf, placesByIds, unitPlaces } from './queries/places/places.ts';
export { profile } from './queries/places/profile.ts';
export { sitePlans } from './queries/plan/site-plans.ts';
