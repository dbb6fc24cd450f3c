import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRule, RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/escalations/pages';

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('escalations', `${pages}/escalations.page.tsx`),
  route('escalations/new', `${pages}/propose.page.tsx`),
  route('escalations/:id', `${pages}/escalation.page.tsx`),
];

/** Whoever a matter may lead to, or may be asked to come; each reads what concerns them. */
const PARTIES: RouteRule = { roles: ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'ST', 'AUD'] };

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/desk/escalations': PARTIES,
  '/desk/escalations/new': { roles: ['RC', 'GB'] },
  '/desk/escalations/:id': PARTIES,
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/escalations', words: 'escalations.nav', section: 'deliberate' },
] as const;
