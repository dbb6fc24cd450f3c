import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { changePassword, hasPassword } from '#platform/auth/change-password.ts';
import { formAgain, notFound, requireSession, seeOther } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  if (!(await hasPassword(page.services, requireSession(page).accountId))) throw notFound();
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const session = requireSession(page);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = { current: text('password'), wanted: text('new-password') };
  const changed = await changePassword({ database: page.services.database, now: page.now }, session, typed);
  return changed.ok ? seeOther('/account?changed=password') : formAgain(changed.refusal, form);
}
