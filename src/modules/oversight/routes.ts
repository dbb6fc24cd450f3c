import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import { DESK_ROLES } from '#kernel/actor.ts';
import type { RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/oversight/pages';

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('oversight/permissions', `${pages}/permissions/permissions.page.tsx`),
];

/** Who may open each page; the queries look closer: of the trail, only heads and auditors. */
export const routeRules: RouteRules = {
  '/desk/oversight/permissions': { roles: DESK_ROLES },
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/oversight/permissions', words: 'oversight.nav-permissions', section: 'oversight' },
] as const;
