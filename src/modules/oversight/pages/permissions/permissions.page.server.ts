import type { LoaderFunctionArgs } from 'react-router';
import { forbidden } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { mayOversee } from '../../permissions.ts';
import { permissionView, READABLE_ROLES, roleView } from '../../queries/permission-view.ts';

/** The table of who may do what; `?role=PC` reads it from one role's side. */
export function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!mayOversee(page.actor, 'read-permissions').ok) throw forbidden();
  const asked = new URL(request.url).searchParams.get('role');
  const role = READABLE_ROLES.find((one) => one === asked) ?? null;
  const rows = permissionView();
  return { rows, role: role && roleView(rows, role), roles: READABLE_ROLES };
}
