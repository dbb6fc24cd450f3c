import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { runCommand } from '#platform/db/run-command.ts';
import { formAgain, localPath, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { deleteFilter, renameFilter, saveFilter } from '../../../commands/desk/save-filter.ts';
import { savedFilters } from '../../../queries/desk/saved-filters.ts';

export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const filters = await page.services.database.inTransaction(page.actor, savedFilters);
  return { filters };
}

/** Saves, renames or deletes one of the reader's own filters. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const name = textOf(form, 'name');
  const id = textOf(form, 'id');
  const query = textOf(form, 'query');
  const intent = textOf(form, 'intent');
  const result = await runCommand(page.services.database, page.actor, (tx) => {
    if (intent === 'delete') return deleteFilter(tx, { id });
    if (intent === 'rename') return renameFilter(tx, { id, name });
    return saveFilter(tx, { name, query });
  });
  if (!result.ok) return formAgain(result.refusal, form);
  return seeOther(intent === 'save' ? localPath(`/desk?${query}`, '/desk') : '/desk/filters');
}
