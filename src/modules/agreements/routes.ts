import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import { DESK_ROLES } from '#kernel/actor.ts';
import type { RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/agreements/pages';

/** Pages everybody may read. */
export const publicRoutes: RouteConfigEntry[] = [
  route('commitments', `${pages}/commitments/board.page.tsx`),
  route('agreement', `${pages}/agreement/public-agreement.page.tsx`, { id: 'agreement-now' }),
  route('agreement/:label', `${pages}/agreement/public-agreement.page.tsx`),
  route('responsibilities', `${pages}/responsibilities/responsibilities.page.tsx`),
  route('rules', `${pages}/rules/public-rules.page.tsx`),
  route('rules/:label', `${pages}/rules/rules-text.page.tsx`),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('agreement', `${pages}/agreement/desk-agreements.page.tsx`),
  route('agreement/:id', `${pages}/agreement/agreement.page.tsx`),
  route('agreement/:id/signed/:signature', `${pages}/signed/signed.page.tsx`),
  route('agreement/:id/signed/:signature/scan', `${pages}/signed/scan.page.tsx`),
  route('responsibilities', `${pages}/responsibilities/desk-responsibilities.page.tsx`),
  route('commitments', `${pages}/commitments/desk-commitments.page.tsx`),
  route('rules', `${pages}/rules/desk-rules.page.tsx`),
  route('rules/:id', `${pages}/rules/rules-version.page.tsx`),
];

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/commitments': 'EVERYBODY',
  '/agreement': 'EVERYBODY',
  '/agreement/:label': 'EVERYBODY',
  '/desk/agreement': { roles: DESK_ROLES },
  '/desk/agreement/:id': { roles: DESK_ROLES },
  '/desk/agreement/:id/signed/:signature': { roles: DESK_ROLES },
  '/desk/agreement/:id/signed/:signature/scan': { roles: DESK_ROLES },
  '/responsibilities': 'EVERYBODY',
  '/desk/responsibilities': { roles: DESK_ROLES },
  '/desk/commitments': { roles: DESK_ROLES },
  '/rules': 'EVERYBODY',
  '/rules/:label': 'EVERYBODY',
  '/desk/rules': { roles: DESK_ROLES },
  '/desk/rules/:id': { roles: ['GB'] },
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/agreement', words: 'agreements.agreement.title', section: 'deliberate' },
  { to: '/desk/commitments', words: 'agreements.desk.title', section: 'deliberate' },
  { to: '/desk/responsibilities', words: 'agreements.matrix.nav', section: 'deliberate' },
  { to: '/desk/rules', words: 'agreements.rules.nav', section: 'deliberate' },
] as const;
