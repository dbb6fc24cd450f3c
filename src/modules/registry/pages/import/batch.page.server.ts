import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Refusal, Result } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { type FormAgain, forbidden, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { chooseMapping } from '../../commands/import/choose-mapping.ts';
import { commitImport, discardImport, undoImport } from '../../commands/import/decide-import.ts';
import { workOnImport } from '../../commands/import/engine/work-on-import.ts';
import { chooseMappingForm } from '../../forms/choose-mapping.ts';
import { importView } from '../../queries/import/import-batches.ts';
import { importRows, PAGE_ROWS, type RowOutcome } from '../../queries/import/import-rows.ts';

const OUTCOMES: readonly RowOutcome[] = ['REJECTED', 'CHANGED', 'NEW', 'UNCHANGED'];

/** One import: its columns, how far it is, what it would change, what it did. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, actor } = pageOf(context);
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const search = new URL(request.url).searchParams;
  return services.database.inTransaction(actor, async (tx) => {
    const view = await importView(tx, id);
    if (!view.ok) throw view.refusal.code === 'registry.import-unknown' ? notFound() : forbidden();
    const { batch } = view.value;
    const counts = {
      REJECTED: batch.rejectedRows,
      CHANGED: batch.changedRows,
      NEW: batch.newRows,
      UNCHANGED: batch.unchangedRows,
    };
    const asked = OUTCOMES.find((one) => one === search.get('show'));
    const show = asked ?? OUTCOMES.find((one) => counts[one] > 0) ?? 'NEW';
    const pages = Math.max(1, Math.ceil(counts[show] / PAGE_ROWS));
    const page = Math.min(pages, Math.max(1, Number(search.get('page')) || 1));
    const rows = batch.state === 'PREVIEWED' ? await importRows(tx, id, show, page) : null;
    return {
      ...view.value,
      counts,
      show,
      page,
      pages,
      rows: rows?.ok ? rows.value : [],
      mapping: batch.state === 'MAPPING' || (batch.state === 'PREVIEWED' && search.has('map')),
    };
  });
}

/** `map` says what the columns are, `commit` writes, `discard` throws away, `undo` takes back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const form = await request.formData();
  const done = await decide(page, id, textOf(form, 'intent'), form);
  if (!done.ok) {
    if (done.refusal.code === 'registry.import-unknown') throw notFound();
    return data<FormAgain>({ refusals: [done.refusal], values: typedValues(form) }, { status: 422 });
  }
  // A small sheet is done before the page is shown again; what is left over the worker does.
  await workOnImport(page.services.database, page.actor.neighborhoodId, page.services.clock());
  return seeOther(`/desk/registry/import/${id}`);
}

function decide(
  { services, actor }: Page,
  id: string,
  intent: string,
  form: FormData,
): Promise<Result<void>> {
  const run = (command: Parameters<typeof runCommand<void>>[2]) =>
    runCommand(services.database, actor, command);
  if (intent === 'commit') return run((tx) => commitImport(tx, id));
  if (intent === 'discard') return run((tx) => discardImport(tx, id));
  if (intent === 'undo') return run((tx) => undoImport(tx, id));
  const parsed = chooseMappingForm.safeParse(mappingOf(id, form));
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '');
    const refusal: Refusal = { code: 'registry.import-check-field', field };
    return Promise.resolve({ ok: false, refusal });
  }
  return run((tx) => chooseMapping(tx, parsed.data));
}

function mappingOf(batchId: string, form: FormData): Readonly<Record<string, unknown>> {
  const columns = [...form.keys()].filter((name) => name.startsWith('column-')).length;
  return {
    batchId,
    headRows: textOf(form, 'headRows'),
    mapping: Array.from({ length: columns }, (_, at) => textOf(form, `column-${at}`)),
    areaSource: textOf(form, 'areaSource'),
    fromDay: textOf(form, 'fromDay'),
    ...(textOf(form, 'estateId') ? { estateId: textOf(form, 'estateId') } : {}),
    ...(textOf(form, 'estateName') ? { estateName: textOf(form, 'estateName') } : {}),
  };
}
