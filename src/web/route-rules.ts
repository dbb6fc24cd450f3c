import type { Role } from '#kernel/actor.ts';
import type { RouteRule, RouteRules } from '#kernel/route-rule.ts';
import { moduleRouteRules } from './modules.ts';

/** Pages of the shell itself, and what is answered before any page is looked for. */
const OWN_RULES: RouteRules = {
  '/': 'EVERYBODY',
  '/login': 'EVERYBODY',
  '/login/code': 'EVERYBODY',
  '/login/second': 'EVERYBODY',
  '/cast': 'EVERYBODY',
  '/account': 'SIGNED_IN',
  '/account/password': 'SIGNED_IN',
  '/account/second-factor': 'SIGNED_IN',
  '/account/second-factor/codes': 'SIGNED_IN',
  '/account/confirm': 'SIGNED_IN',
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

/** A page of the desk: it also needs a post. */
export function isDeskPage(pattern: string): boolean {
  return pattern === '/desk' || pattern.startsWith('/desk/');
}

/** Whether somebody who has signed in and acts in this role may open a page with the rule. */
export function opensFor(rule: RouteRule | undefined, role: Role): boolean {
  if (rule === undefined) return false;
  if (rule === 'EVERYBODY') return true;
  return rule === 'SIGNED_IN' ? role !== 'ANON' : rule.roles.includes(role);
}
