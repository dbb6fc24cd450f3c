import { Outlet, useLocation } from 'react-router';
import { usePage } from '#web/page/use-page.tsx';
import { moduleDeskNav } from '../modules.ts';
import { routeRules } from '../route-rules.ts';
import { deskNavOf } from './desk-nav.ts';
import { DeskShell } from './desk-shell.tsx';

/** Around every page of the desk. */
export default function DeskLayout() {
  const { actor } = usePage();
  const { pathname } = useLocation();
  return (
    <DeskShell groups={deskNavOf(moduleDeskNav, routeRules, actor.role)} pathname={pathname}>
      <Outlet />
    </DeskShell>
  );
}
