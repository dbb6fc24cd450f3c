import type { LoaderFunctionArgs } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { sheetAnswer } from '#platform/spreadsheets/sheet-answer.ts';
import { pageOf } from '#web/page/page-context.ts';
import { board } from '../../queries/public/board.ts';
import { readFilter } from '../public/board.page.server.ts';

/** Open data for everybody, so not without end: the newest ones, as the board tells them. */
const MOST = 1_000;

/** The public board as a spreadsheet: what everybody may read, with the filters of the board. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { t } = page;
  const filter = { ...readFilter(new URL(request.url).searchParams), after: null };
  const shown = await page.services.database.inTransaction(page.actor, (tx) => board(tx, filter, MOST), {
    now: page.now,
  });
  const header = (word: string) => t(`matters.sheets.column.${word}`);
  return sheetAnswer({
    fileName: `${t('resident.board.title')} ${dayOf(page.now)}`,
    sheetName: t('resident.board.title'),
    columns: [
      { header: header('submitted'), width: 12, value: (item) => dayOf(item.submittedAt) },
      { header: header('category'), width: 24, value: (item) => t(`category.${item.category}`) },
      { header: header('place'), width: 24, value: (item) => placeText(item.place, page, 'BUILDING') },
      { header: header('status'), width: 20, value: (item) => t(`matters.public-state.${item.state}`) },
      { header: header('days'), width: 8, value: (item) => item.days },
      { header: header('result'), width: 44, value: (item) => item.line },
      { header: header('endorsements'), width: 8, value: (item) => item.households },
    ],
    rows: shown.items,
  });
}
