import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteConfigEntry } from '@react-router/dev/routes';
import { describe, expect, it } from 'vitest';
import { DESK_ROLES, ROLES } from '#kernel/actor.ts';
import { isDeskPage, opensFor } from '#kernel/route-rule.ts';
import type { Services } from '#platform/http/services.ts';
import routes from '../routes.ts';
import { healthRoutes } from './http/health.ts';
import { moduleDeskNav } from './modules.ts';
import { routeRules, SERVER_RULES } from './route-rules.ts';
import { deskNavOf } from './shell/desk-nav.ts';

/** Every address of the tree that answers: pages, pages within pages, and resources without a page. */
function patternsOf(entries: readonly RouteConfigEntry[], above = ''): string[] {
  return entries.flatMap((entry) => {
    const here = entry.path ? `${above}/${entry.path}` : above;
    const below = patternsOf(entry.children ?? [], here);
    const isShell = entry.path === undefined && !entry.index;
    return isShell ? below : [here || '/', ...below];
  });
}

const patterns = new Set(patternsOf(routes));

describe('every address of the program', () => {
  it('has a rule, and every rule has an address', () => {
    expect(patterns.size).toBeGreaterThan(25);
    expect([...patterns].filter((pattern) => !Object.hasOwn(routeRules, pattern))).toEqual([]);
    expect(Object.keys(routeRules).filter((pattern) => !patterns.has(pattern))).toEqual([]);
  });

  it('without a rule is found by this very enumeration', () => {
    const tree = [{ file: 'a', path: 'desk', children: [{ file: 'b', path: 'gap/:id' }] }];
    expect(patternsOf(tree)).toEqual(['/desk', '/desk/gap/:id']);
  });

  it('that Hono answers by itself has a rule too', () => {
    const app = readFileSync(join(import.meta.dirname, 'app.ts'), 'utf8');
    const named = [
      ...app.matchAll(/app\.(?:get|post|put|patch|delete|all|use|on|route|mount)\(\s*'([^']*)'/g),
    ];
    expect(named.map(([, path]) => path)).toEqual(['*']);
    const files = readdirSync(join(import.meta.dirname, '../../public'), { recursive: true }).map(
      (name) => `/${String(name)}`,
    );
    const answered = [...Object.keys(healthRoutes({} as Services)), ...files, '/assets/*'];
    expect(answered.sort()).toEqual(Object.keys(SERVER_RULES).sort());
    expect(Object.values(SERVER_RULES).filter((rule) => rule !== 'EVERYBODY')).toEqual([]);
  });

  it('of the desk names the roles that work there, never everybody or residents', () => {
    const wide = Object.entries(routeRules).filter(
      ([pattern, rule]) =>
        isDeskPage(pattern) &&
        (typeof rule === 'string' || rule.roles.some((role) => !DESK_ROLES.includes(role))),
    );
    expect(wide).toEqual([]);
  });
});

describe("the desk's navigation", () => {
  it('leads only to pages that have a rule', () => {
    expect(moduleDeskNav.filter(({ to }) => !Object.hasOwn(routeRules, to))).toEqual([]);
  });

  it('shows what is for heads to heads only', () => {
    const shown = (isHead: boolean) =>
      deskNavOf(moduleDeskNav, routeRules, 'RC', isHead).flatMap(({ links }) => links.map(({ to }) => to));
    expect(shown(true)).toContain('/desk/oversight/trail');
    expect(shown(false)).not.toContain('/desk/oversight/trail');
  });

  it.each(ROLES)('shows %s what they may open, and nothing else', (role) => {
    const shown = deskNavOf(moduleDeskNav, routeRules, role).flatMap(({ links }) =>
      links.map(({ to }) => to),
    );
    const open = moduleDeskNav.filter(({ to }) => opensFor(routeRules[to], role)).map(({ to }) => to);
    expect([...shown].sort()).toEqual([...open].sort());
  });
});
