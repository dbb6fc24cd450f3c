import { type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Pages everybody may read. */
export const publicRoutes: RouteConfigEntry[] = [
  route('notices', 'modules/notices/pages/notices.page.tsx'),
  route('notices/:number', 'modules/notices/pages/notice.page.tsx'),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [route('notices', 'modules/notices/pages/publish.page.tsx')];

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/notices', words: 'notices.nav', section: 'publish', roles: ['RC', 'GB', 'PC'] },
] as const;
