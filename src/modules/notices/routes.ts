import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRules } from '#kernel/route-rule.ts';

/** Pages everybody may read. */
export const publicRoutes: RouteConfigEntry[] = [
  route('notices', 'modules/notices/pages/notices.page.tsx'),
  route('notices/sheet', 'modules/notices/pages/notices-sheet.page.tsx'),
  route('notices/:number', 'modules/notices/pages/notice.page.tsx'),
  route('notices/:number/sealed', 'modules/notices/pages/public/sealed.page.tsx'),
  route('notices.rss', 'modules/notices/pages/public/feed.page.tsx'),
  route('notices.ics', 'modules/notices/pages/public/calendar.page.tsx'),
];

/** The sheet to hang up, with nothing around it. */
export const screenRoutes: RouteConfigEntry[] = [
  route('notices/:number/print', 'modules/notices/pages/public/print.page.tsx'),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('notices', 'modules/notices/pages/publish.page.tsx'),
  route('public-notices', 'modules/notices/pages/desk/public-notices.page.tsx'),
  route('public-notices/new', 'modules/notices/pages/desk/draft.page.tsx'),
  route('public-notices/:number', 'modules/notices/pages/desk/public-notice.page.tsx'),
];

const PUBLISHERS = { roles: ['RC', 'GB', 'OC', 'PC'] } as const;

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/notices': 'EVERYBODY',
  '/notices/sheet': 'EVERYBODY',
  '/notices/:number': 'EVERYBODY',
  '/notices/:number/sealed': 'EVERYBODY',
  '/notices/:number/print': 'EVERYBODY',
  '/notices.rss': 'EVERYBODY',
  '/notices.ics': 'EVERYBODY',
  '/desk/notices': PUBLISHERS,
  '/desk/public-notices': PUBLISHERS,
  '/desk/public-notices/new': PUBLISHERS,
  '/desk/public-notices/:number': PUBLISHERS,
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/public-notices', words: 'notices.public.title', section: 'publish' },
  { to: '/desk/notices', words: 'notices.nav', section: 'publish' },
] as const;
