import { Outlet } from 'react-router';
import { PublicShell } from './public-shell.tsx';

/** Around every page for residents. */
export default function PublicLayout() {
  return (
    <PublicShell>
      <Outlet />
    </PublicShell>
  );
}
