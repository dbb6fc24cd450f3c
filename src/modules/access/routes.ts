import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRules } from '#kernel/route-rule.ts';

/** Pages for residents. */
export const publicRoutes: RouteConfigEntry[] = [
  route('join', 'modules/access/pages/joining/join.page.tsx'),
  route('my-home', 'modules/access/pages/joining/my-home.page.tsx'),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('access/cards', 'modules/access/pages/joining/cards.page.tsx'),
  route('access/cards/sheet', 'modules/access/pages/joining/cards-sheet.page.tsx'),
  route('access/requests', 'modules/access/pages/joining/requests.page.tsx'),
  route('access/proxies', 'modules/access/pages/proxies/proxies.page.tsx'),
  route('access/staff', 'modules/access/pages/staff/staff.page.tsx'),
  route('access/staff/:person', 'modules/access/pages/staff/staff-person.page.tsx'),
  route('access/staff/:person/link', 'modules/access/pages/staff/staff-link.page.tsx'),
];

/** Who may open each page; the commands and queries look closer: only heads. */
export const routeRules: RouteRules = {
  '/join': 'EVERYBODY',
  '/my-home': 'SIGNED_IN',
  '/desk/access/cards': { roles: ['RC', 'GB'] },
  '/desk/access/cards/sheet': { roles: ['RC', 'GB'] },
  '/desk/access/requests': { roles: ['RC', 'GB'] },
  '/desk/access/proxies': { roles: ['RC', 'GB'] },
  '/desk/access/staff': { roles: ['RC', 'GB'] },
  '/desk/access/staff/:person': { roles: ['RC', 'GB'] },
  '/desk/access/staff/:person/link': { roles: ['RC', 'GB'] },
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/access/requests', words: 'access.requests.nav', section: 'residents' },
  { to: '/desk/access/cards', words: 'access.cards.nav', section: 'residents' },
  { to: '/desk/access/proxies', words: 'access.proxy.nav', section: 'residents' },
  { to: '/desk/access/staff', words: 'access.staff-nav', section: 'residents' },
] as const;
