import { type MiddlewareFunction, Outlet, useLocation } from 'react-router';
import { forbidden, requireSession, seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { usePage } from '#web/page/use-page.tsx';
import { moduleDeskNav } from '../modules.ts';
import { deskNavOf } from './desk-nav.ts';
import { DeskShell } from './desk-shell.tsx';

/** The desk is for people who hold a post; everybody else learns where to sign in. */
export const middleware: MiddlewareFunction<Response>[] = [
  ({ context }) => {
    const page = pageOf(context);
    const session = requireSession(page);
    if (page.actor.post !== null) return;
    if (session.heldBack.length === 0) throw forbidden();
    throw seeOther(`/account/second-factor?back=${encodeURIComponent(page.here)}`);
  },
];

/** Runs the middleware for every page of the desk. */
export function loader() {
  return null;
}

/** Around every page of the desk. */
export default function DeskLayout() {
  const { actor } = usePage();
  const { pathname } = useLocation();
  return (
    <DeskShell groups={deskNavOf(moduleDeskNav, actor.role)} pathname={pathname}>
      <Outlet />
    </DeskShell>
  );
}
