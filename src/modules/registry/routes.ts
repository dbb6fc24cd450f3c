import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import { DESK_ROLES } from '#kernel/actor.ts';
import type { RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/registry/pages';

/** Pages for everybody. */
export const publicRoutes: RouteConfigEntry[] = [
  route('plan/:plan/picture', `${pages}/plan/picture.page.tsx`),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('registry/import', `${pages}/import/imports.page.tsx`),
  route('registry/import/:id', `${pages}/import/batch.page.tsx`),
  route('registry/import/:id/rejected', `${pages}/import/rejected.page.tsx`),
  route('registry/sheets/:list', `${pages}/sheets/sheet.page.tsx`),
  route('registry', `${pages}/overview/register.page.tsx`),
  route('registry/places', `${pages}/places/places.page.tsx`),
  route('registry/places/:kind/:id', `${pages}/places/place.page.tsx`),
  route('registry/units/:unit/people', `${pages}/people/unit-people.page.tsx`),
  route('registry/places/estate/:estate/owners', `${pages}/people/owner-roll.page.tsx`),
  route('registry/people', `${pages}/people/people-list.page.tsx`),
  route('registry/people/:person', `${pages}/people/person.page.tsx`),
  route('registry/organisations', `${pages}/organisations/organisations.page.tsx`),
  route('registry/organisations/:id', `${pages}/organisations/organisation.page.tsx`),
  route('registry/posts/:id', `${pages}/posts/post.page.tsx`),
  route('registry/teams', `${pages}/teams/teams.page.tsx`),
  route('registry/teams/:id', `${pages}/teams/team.page.tsx`),
  route('registry/plan', `${pages}/plan/first-plan.page.tsx`),
  route('registry/plan/:estate', `${pages}/plan/plan.page.tsx`),
];

/** Who may open them. */
export const routeRules: RouteRules = {
  '/desk/registry/import': { roles: ['RC', 'GB'] },
  '/desk/registry/import/:id': { roles: ['RC', 'GB'] },
  '/desk/registry/import/:id/rejected': { roles: ['RC', 'GB'] },
  '/plan/:plan/picture': 'EVERYBODY',
  '/desk/registry': { roles: DESK_ROLES },
  '/desk/registry/sheets/:list': { roles: DESK_ROLES },
  '/desk/registry/places': { roles: DESK_ROLES },
  '/desk/registry/places/:kind/:id': { roles: DESK_ROLES },
  '/desk/registry/units/:unit/people': { roles: ['RC', 'GB'] },
  '/desk/registry/places/estate/:estate/owners': { roles: DESK_ROLES },
  '/desk/registry/people': { roles: ['RC', 'GB', 'BL'] },
  '/desk/registry/people/:person': { roles: ['RC', 'GB'] },
  '/desk/registry/organisations': { roles: DESK_ROLES },
  '/desk/registry/organisations/:id': { roles: DESK_ROLES },
  '/desk/registry/posts/:id': { roles: DESK_ROLES },
  '/desk/registry/teams': { roles: DESK_ROLES },
  '/desk/registry/teams/:id': { roles: DESK_ROLES },
  '/desk/registry/plan': { roles: DESK_ROLES },
  '/desk/registry/plan/:estate': { roles: DESK_ROLES },
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/registry', words: 'registry.nav', section: 'registry' },
  { to: '/desk/registry/places', words: 'registry.places.nav', section: 'registry' },
  { to: '/desk/registry/people', words: 'registry.people.nav', section: 'registry' },
  { to: '/desk/registry/organisations', words: 'registry.orgs.nav', section: 'registry' },
  { to: '/desk/registry/teams', words: 'registry.teams', section: 'registry' },
  { to: '/desk/registry/plan', words: 'registry.plan.nav', section: 'registry' },
] as const;
