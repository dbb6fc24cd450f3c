import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRules } from '#kernel/route-rule.ts';

const ROLES = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'] as const;

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('redaction', 'modules/redaction/pages/redaction.page.tsx'),
  route('redaction/:id', 'modules/redaction/pages/piece.page.tsx'),
  route('redaction/:id/picture/:file', 'modules/redaction/pages/picture.page.tsx'),
];

/** Who may open them. */
export const routeRules: RouteRules = {
  '/desk/redaction': { roles: ROLES },
  '/desk/redaction/:id': { roles: ROLES },
  '/desk/redaction/:id/picture/:file': { roles: ROLES },
};

/** What stands in the desk's navigation; how much waits stands beside it. */
export const deskNav = [{ to: '/desk/redaction', words: 'redaction.nav', section: 'publish' }] as const;
