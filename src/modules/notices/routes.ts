import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRules } from '#kernel/route-rule.ts';

/** Pages everybody may read. */
export const publicRoutes: RouteConfigEntry[] = [
  route('notices', 'modules/notices/pages/notices.page.tsx'),
  route('notices/sheet', 'modules/notices/pages/notices-sheet.page.tsx'),
  route('notices/:number', 'modules/notices/pages/notice.page.tsx'),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [route('notices', 'modules/notices/pages/publish.page.tsx')];

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/notices': 'EVERYBODY',
  '/notices/sheet': 'EVERYBODY',
  '/notices/:number': 'EVERYBODY',
  '/desk/notices': { roles: ['RC', 'GB', 'OC', 'PC'] },
};

/** What stands in the desk's navigation. */
export const deskNav = [{ to: '/desk/notices', words: 'notices.nav', section: 'publish' }] as const;
