import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import { DESK_ROLES } from '#kernel/actor.ts';
import type { RouteRule, RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/oversight/pages';

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('oversight/permissions', `${pages}/permissions/permissions.page.tsx`),
  route('oversight/levels', `${pages}/levels/levels.page.tsx`),
  route('oversight/trail', `${pages}/trail/trail.page.tsx`),
  route('oversight/trail/export', `${pages}/trail/export.page.tsx`),
  route('oversight/trail/export/:export/sheet', `${pages}/trail/sheet.page.tsx`),
];

/** Who reads the trail; of the committee and the branch only the heads. */
const TRAIL_READERS: RouteRule = { roles: ['RC', 'GB', 'AUD'], heads: ['RC', 'GB'] };

/** Who may open each page; the queries look closer: of the trail, only heads and auditors. */
export const routeRules: RouteRules = {
  '/desk/oversight/permissions': { roles: DESK_ROLES },
  '/desk/oversight/levels': { roles: ['ST', 'AUD'] },
  '/desk/oversight/trail': TRAIL_READERS,
  '/desk/oversight/trail/export': TRAIL_READERS,
  '/desk/oversight/trail/export/:export/sheet': TRAIL_READERS,
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/oversight/levels', words: 'oversight.nav-levels', section: 'oversight' },
  { to: '/desk/oversight/trail', words: 'oversight.nav-trail', section: 'oversight' },
  { to: '/desk/oversight/permissions', words: 'oversight.nav-permissions', section: 'oversight' },
] as const;
