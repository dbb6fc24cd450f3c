import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/privacy/pages';

/** Pages for everybody, and a person's own. */
export const publicRoutes: RouteConfigEntry[] = [
  route('privacy', `${pages}/public/privacy.page.tsx`),
  route('account/my-data', `${pages}/mine/my-data.page.tsx`),
  route('account/my-data/download', `${pages}/mine/download.page.tsx`),
  route('account/consents', `${pages}/mine/consents.page.tsx`),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('privacy', `${pages}/desk/requests.page.tsx`),
  route('privacy/print', `${pages}/desk/print.page.tsx`),
  route('privacy/retention', `${pages}/desk/retention.page.tsx`),
];

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/privacy': 'EVERYBODY',
  '/account/my-data': 'SIGNED_IN',
  '/account/my-data/download': 'SIGNED_IN',
  '/account/consents': 'SIGNED_IN',
  '/desk/privacy': { roles: ['RC', 'GB'] },
  '/desk/privacy/print': { roles: ['RC', 'GB'] },
  '/desk/privacy/retention': { roles: ['RC', 'GB', 'AUD'] },
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/privacy', words: 'privacy.nav', section: 'residents' },
  { to: '/desk/privacy/retention', words: 'privacy.nav-retention', section: 'oversight' },
] as const;
