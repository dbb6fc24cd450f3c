import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import { DESK_ROLES } from '#kernel/actor.ts';
import type { RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/agreements/pages';

/** Pages everybody may read. */
export const publicRoutes: RouteConfigEntry[] = [
  route('rules', `${pages}/rules/public-rules.page.tsx`),
  route('rules/:label', `${pages}/rules/rules-text.page.tsx`),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('rules', `${pages}/rules/desk-rules.page.tsx`),
  route('rules/:id', `${pages}/rules/rules-version.page.tsx`),
];

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/rules': 'EVERYBODY',
  '/rules/:label': 'EVERYBODY',
  '/desk/rules': { roles: DESK_ROLES },
  '/desk/rules/:id': { roles: ['GB'] },
};

/** What stands in the desk's navigation. */
export const deskNav = [{ to: '/desk/rules', words: 'agreements.rules.nav', section: 'deliberate' }] as const;
