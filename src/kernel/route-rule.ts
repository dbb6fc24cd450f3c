import type { Role } from './actor.ts';

/**
 * Who may open a page. Every address of the program has one: a module names its own in `routeRules` of its
 * routes.ts, the shells keep to it, and the auditor reads it in words (domain brief §3.16).
 */
export type RouteRule =
  /** Nobody needs to sign in. */
  | 'EVERYBODY'
  /** Whoever has signed in, in any capacity. */
  | 'SIGNED_IN'
  /** Whoever acts in one of these roles now. */
  | {
      readonly roles: readonly Role[];
      /** Of these roles only whoever holds the post of the organisation's head. */
      readonly heads?: readonly Role[];
    };

/** The rules of a module's pages, by absolute pattern: `/desk/matters/:id`. */
export type RouteRules = Readonly<Record<string, RouteRule>>;

/** A page of the desk: it also needs a post. */
export function isDeskPage(pattern: string): boolean {
  return pattern === '/desk' || pattern.startsWith('/desk/');
}

/** Whether somebody who has signed in and acts in this role may open a page with the rule. */
export function opensFor(rule: RouteRule | undefined, role: Role, isHead = false): boolean {
  if (rule === undefined) return false;
  if (rule === 'EVERYBODY') return true;
  if (rule === 'SIGNED_IN') return role !== 'ANON';
  return rule.roles.includes(role) && (isHead || !rule.heads?.includes(role));
}
