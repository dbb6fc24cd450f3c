import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { formAgain, notFound, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { readContact } from '../../../commands/handling/read-contact.ts';
import { dossier } from '../../../queries/desk/dossier.ts';
import { listSearch, queryOf } from '../list/columns.page.server.ts';

/** A matter with exactly what the reader may see and do. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const asked = new URL(request.url).searchParams;
  const matter = await page.services.database.inTransaction(page.actor, (tx) =>
    dossier(tx, params.code ?? ''),
  );
  if (!matter) throw notFound();
  return {
    matter,
    search: listSearch(queryOf(asked)),
    done: asked.get('done'),
    keys: { accept: page.newRequestKey(), 'take-follow-up': page.newRequestKey() },
  };
}

/** Shows the reporter's phone, once, after the reason has been written down. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const reason = textOf(form, 'reason').slice(0, 200);
  const { database } = page.services;
  const matter = await database.inTransaction(page.actor, (tx) => dossier(tx, params.code ?? ''));
  if (!matter) throw notFound();
  if (reason === '') return formAgain({ code: 'matters.contact-needs-reason', field: 'reason' }, form);
  const shown = await runCommand(database, page.actor, (tx) =>
    readContact(tx, { matterId: matter.row.id, reason }),
  );
  if (!shown.ok) return formAgain(shown.refusal, form, 403);
  return { phone: shown.value.phone, refusals: [], values: {} };
}
