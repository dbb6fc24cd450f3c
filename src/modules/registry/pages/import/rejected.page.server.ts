import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { sheetFileAnswer } from '#platform/spreadsheets/sheet-answer.ts';
import { type Cell, writeSheet } from '#platform/spreadsheets/write-sheet.ts';
import { forbidden, notFound } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { type RejectedSheet, rejectedRows } from '../../queries/import/import-rows.ts';

/** The rows that were not taken in, laid out as they were uploaded, with the reason in a column of its own. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const found = await page.services.database.inTransaction(page.actor, (tx) => rejectedRows(tx, id));
  if (!found.ok) throw found.refusal.code === 'registry.import-unknown' ? notFound() : forbidden();
  const { batch, head } = found.value;
  const name = `${batch.fileName.replace(/\.\w+$/, '')} ${page.t('registry.import.outcome.REJECTED')}`;
  const layout = {
    name: batch.sheetName || page.t('registry.import.outcome.REJECTED'),
    widths: [...batch.headings.map(() => 14), 48],
    headerRows: head.length,
  };
  return sheetFileAnswer(name, writeSheet(layout, sheetRows(page, found.value)));
}

function* sheetRows({ t }: Page, { batch, head, rows }: RejectedSheet): Generator<readonly Cell[]> {
  const columns = batch.headings.length;
  const laid = (cells: readonly string[], last: string) => [
    ...Array.from({ length: columns }, (_, at) => cells[at] ?? ''),
    last,
  ];
  for (const [at, cells] of head.entries()) {
    yield laid(cells, at === head.length - 1 ? t('registry.import.reason-column') : '');
  }
  for (const { cells, reasons } of rows) {
    yield laid(
      cells,
      reasons.map(({ code, params }) => t(`registry.import.reason.${code}`, params)).join('；'),
    );
  }
}
