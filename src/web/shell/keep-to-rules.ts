import type { MiddlewareFunction } from 'react-router';
import { isDeskPage, opensFor } from '#kernel/route-rule.ts';
import { forbidden, notFound, requireSession, seeOther } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { routeRules } from '../route-rules.ts';

/**
 * Keeps every page to its rule, before any loader or action of it runs: who has not signed in is led to the
 * sign-in page and back, who acts in another role is refused, and a page without a rule does not exist.
 * Modules still ask their permission tables; this is the outer door.
 */
export const keepToRules: MiddlewareFunction<Response> = ({ context, pattern }) => {
  const page = pageOf(context);
  const asked = `/${pattern}`.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1');
  const rule = Object.hasOwn(routeRules, asked) ? routeRules[asked] : undefined;
  if (rule === undefined) throw notFound();
  if (rule === 'EVERYBODY') return;
  requireSession(page);
  if (isDeskPage(asked)) requirePost(page);
  if (!opensFor(rule, page.actor.role, page.actor.post?.isHead)) throw forbidden();
};

/** A post to act in; somebody whose posts wait for a second factor is led to where one is set up. */
function requirePost(page: Page): void {
  if (page.actor.post !== null) return;
  if (!page.session?.heldBack.length) throw forbidden();
  throw seeOther(`/account/second-factor?back=${encodeURIComponent(page.here)}`);
}
