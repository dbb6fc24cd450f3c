import type { RouteRules } from '#kernel/route-rule.ts';
import { moduleRouteRules } from './modules.ts';

/** Pages of the shell itself, and what is answered before any page is looked for. */
const OWN_RULES: RouteRules = {
  '/': 'EVERYBODY',
  '/login': 'EVERYBODY',
  '/login/code': 'EVERYBODY',
  '/login/second': 'EVERYBODY',
  '/login/with/:provider': 'EVERYBODY',
  '/login/with/:provider/back': 'EVERYBODY',
  '/account/connect/:provider': 'SIGNED_IN',
  '/invitation/:token': 'EVERYBODY',
  '/cast': 'EVERYBODY',
  '/account': 'SIGNED_IN',
  '/account/password': 'SIGNED_IN',
  '/account/second-factor': 'SIGNED_IN',
  '/account/second-factor/codes': 'SIGNED_IN',
  '/account/confirm': 'SIGNED_IN',
  '/neighborhoods': 'EVERYBODY',
  '/neighborhoods/arrive': 'EVERYBODY',
  // Asks for a session itself: it may be one of another neighborhood at this address.
  '/neighborhoods/go/:slug': 'EVERYBODY',
  '/n/:slug/*': 'EVERYBODY',
  // The set-up code is asked for on the page.
  '/setup': 'EVERYBODY',
  '/setup/done': 'EVERYBODY',
  // A director reads their own committee's sheet only.
  '/desk/hand-over/:term': { roles: ['RC', 'GB', 'OC'] },
  '/acting': 'SIGNED_IN',
  '/logout': 'EVERYBODY',
  '/settings': 'EVERYBODY',
  '/sorry': 'EVERYBODY',
};

/** What Hono answers without React Router: health, and the files of the built client. */
export const SERVER_RULES: RouteRules = {
  '/healthz': 'EVERYBODY',
  '/readyz': 'EVERYBODY',
  '/assets/*': 'EVERYBODY',
  '/icon.svg': 'EVERYBODY',
};

/** The rule of every page of the program, by absolute pattern. A page that is not here answers nobody. */
export const routeRules: RouteRules = { ...OWN_RULES, ...moduleRouteRules };
