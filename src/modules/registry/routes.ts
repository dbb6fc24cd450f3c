import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import { DESK_ROLES } from '#kernel/actor.ts';
import type { RouteRules } from '#kernel/route-rule.ts';

/** Pages for everybody. */
export const publicRoutes: RouteConfigEntry[] = [
  route('plan/:plan/picture', 'modules/registry/pages/plan/picture.page.tsx'),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('registry/import', 'modules/registry/pages/import/imports.page.tsx'),
  route('registry/import/:id', 'modules/registry/pages/import/batch.page.tsx'),
  route('registry/import/:id/rejected', 'modules/registry/pages/import/rejected.page.tsx'),
  route('registry', 'modules/registry/pages/overview/register.page.tsx'),
  route('registry/plan', 'modules/registry/pages/plan/first-plan.page.tsx'),
  route('registry/plan/:estate', 'modules/registry/pages/plan/plan.page.tsx'),
];

/** Who may open them. */
export const routeRules: RouteRules = {
  '/desk/registry/import': { roles: ['RC', 'GB'] },
  '/desk/registry/import/:id': { roles: ['RC', 'GB'] },
  '/desk/registry/import/:id/rejected': { roles: ['RC', 'GB'] },
  '/plan/:plan/picture': 'EVERYBODY',
  '/desk/registry': { roles: DESK_ROLES },
  '/desk/registry/plan': { roles: DESK_ROLES },
  '/desk/registry/plan/:estate': { roles: DESK_ROLES },
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/registry', words: 'registry.nav', section: 'registry' },
  { to: '/desk/registry/plan', words: 'registry.plan.nav', section: 'registry' },
] as const;
