import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { SHEET_LIMITS } from '#platform/spreadsheets/limits.ts';
import { forbidden, formAgain, seeOther, textOf } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { uploadSheet } from '../../commands/import/upload-sheet.ts';
import { importBatches } from '../../queries/import/import-batches.ts';

/** Earlier imports, and the form for a new one. */
export async function loader({ context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const found = await page.services.database.inTransaction(page.actor, importBatches);
  if (!found.ok) throw forbidden();
  return { batches: found.value, requestKey: page.newRequestKey() };
}

/** Takes a spreadsheet in. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { services, actor } = pageOf(context);
  const form = await request.formData();
  const file = form.get('file');
  const isFile = file instanceof File && file.size > 0;
  if (!isFile) return formAgain({ code: 'spreadsheets.empty-file', field: 'file' }, form);
  const most = SHEET_LIMITS.bytes;
  if (file.size > most) {
    return formAgain(
      { code: 'spreadsheets.too-large', field: 'file', params: { n: most / 1024 / 1024 } },
      form,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const key = textOf(form, 'requestKey');
  const done = await runCommand(
    services.database,
    actor,
    (tx) => uploadSheet(tx, { fileName: file.name, bytes }),
    {
      requestKey: isUuid(key) ? key : null,
      command: 'registry.upload-sheet',
    },
  );
  return done.ok ? seeOther(`/desk/registry/import/${done.value}`) : formAgain(done.refusal, form);
}
