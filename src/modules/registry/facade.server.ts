/**
 * What other modules may ask of the register. Every function works in the neighborhood of `tx.actor`; what
 * belongs to another neighborhood is simply not there. Days are Asia/Shanghai days, `2026-11-20`.
 */
export { personForPhone } from './commands/find-or-add-person.ts';
export { homesOf, householdUnitsOf, isOwner } from './queries/households.ts';
export {
  dutyPhones,
  organisations,
  organisationsByIds,
  servingOrganisations,
} from './queries/organisations.ts';
export { peopleByIds, personByPhone, phoneOf } from './queries/people.ts';
export { searchPlaces } from './queries/place-search.ts';
export {
  commonPartsOf,
  householdsOfBuildings,
  placeTree,
  unitsOf,
} from './queries/place-tree.ts';
export { placeSearchText } from './queries/place-words.ts';
export { placeOf, placesByIds } from './queries/places.ts';
export { headOf, holdersOf, postsByIds, postsHeldBy, postsOf } from './queries/posts.ts';
export { profile } from './queries/profile.ts';
export { teams } from './queries/teams.ts';
