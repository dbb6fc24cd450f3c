import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import { DESK_ROLES } from '#kernel/actor.ts';

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('registry', 'modules/registry/pages/overview/register.page.tsx'),
];

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/registry', words: 'registry.nav', section: 'registry', roles: DESK_ROLES },
] as const;
