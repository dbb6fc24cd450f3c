import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRule, RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/resolutions/pages';

/** Pages everybody may read. */
export const publicRoutes: RouteConfigEntry[] = [
  route('actions', `${pages}/board.page.tsx`),
  route('actions/:code', `${pages}/resolution.page.tsx`),
];

/** Pages for the screen of a room, with nothing around them. */
export const screenRoutes: RouteConfigEntry[] = [route('actions/screen', `${pages}/screen/screen.page.tsx`)];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('actions', `${pages}/desk-actions.page.tsx`),
  route('actions/new', `${pages}/record.page.tsx`),
  route('actions/:id', `${pages}/action.page.tsx`),
];

const PARTIES: RouteRule = { roles: ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'ST', 'AUD'] };

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/actions': 'EVERYBODY',
  '/actions/screen': 'EVERYBODY',
  '/actions/:code': 'EVERYBODY',
  '/desk/actions': PARTIES,
  '/desk/actions/new': { roles: ['GB'] },
  '/desk/actions/:id': PARTIES,
};

/** What stands in the desk's navigation. */
export const deskNav = [{ to: '/desk/actions', words: 'resolutions.nav', section: 'deliberate' }] as const;
