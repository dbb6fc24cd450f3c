import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/notifications/pages';

/** One's own bell and choices. */
export const publicRoutes: RouteConfigEntry[] = [
  route('notifications', `${pages}/bell.page.tsx`),
  route('notifications/ways', `${pages}/ways.page.tsx`),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('errands', `${pages}/errands.page.tsx`),
  route('quiet-hours', `${pages}/hours.page.tsx`),
];

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/notifications': 'SIGNED_IN',
  '/notifications/ways': 'SIGNED_IN',
  '/desk/errands': { roles: ['RC', 'GB'] },
  '/desk/quiet-hours': { roles: ['RC', 'GB'], heads: ['RC', 'GB'] },
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/errands', words: 'notifications.errands.title', section: 'residents' },
  { to: '/desk/quiet-hours', words: 'notifications.hours.title', section: 'settings' },
] as const;
