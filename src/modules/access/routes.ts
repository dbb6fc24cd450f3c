import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRules } from '#kernel/route-rule.ts';

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('access/staff', 'modules/access/pages/staff/staff.page.tsx'),
  route('access/staff/:person', 'modules/access/pages/staff/staff-person.page.tsx'),
  route('access/staff/:person/link', 'modules/access/pages/staff/staff-link.page.tsx'),
];

/** Who may open each page; the commands and queries look closer: only heads. */
export const routeRules: RouteRules = {
  '/desk/access/staff': { roles: ['RC', 'GB'] },
  '/desk/access/staff/:person': { roles: ['RC', 'GB'] },
  '/desk/access/staff/:person/link': { roles: ['RC', 'GB'] },
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/access/staff', words: 'access.staff-nav', section: 'registry' },
] as const;
