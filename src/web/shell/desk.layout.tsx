import { type LoaderFunctionArgs, Outlet, useLoaderData, useLocation } from 'react-router';
import { pageOf } from '#web/page/page-context.ts';
import { usePage } from '#web/page/use-page.tsx';
import { moduleDeskNav } from '../modules.ts';
import { routeRules } from '../route-rules.ts';
import { deskCounts } from './desk-counts.server.ts';
import { deskNavOf } from './desk-nav.ts';
import { DeskShell } from './desk-shell.tsx';

/** Counts what waits for this person. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  return { waiting: page.actor.post === null ? {} : await deskCounts(page) };
}

/** Around every page of the desk. */
export default function DeskLayout() {
  const { actor } = usePage();
  const { pathname } = useLocation();
  const { waiting } = useLoaderData<typeof loader>();
  return (
    <DeskShell
      groups={deskNavOf(moduleDeskNav, routeRules, actor.role, actor.post?.isHead)}
      pathname={pathname}
      waiting={waiting}
    >
      <Outlet />
    </DeskShell>
  );
}
