import type { LoaderFunctionArgs } from 'react-router';
import { placeText } from '#modules/registry/contract.ts';
import { dayOf, timeOf } from '#platform/i18n/dates.ts';
import { type SheetColumn, sheetAnswer } from '#platform/spreadsheets/sheet-answer.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { type DeskItem, deskList } from '../../queries/desk/desk-list.ts';
import { queryOf } from '../desk/list/columns.page.server.ts';

const AT_ONCE = 2_000;
/** As many as one spreadsheet is looked through; narrower filters tell the rest. */
const MOST = 50_000;

/** The desk's list as a spreadsheet: the same filters, and of each matter what the list shows. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const query = queryOf(new URL(request.url).searchParams);
  const items = await page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const all: DeskItem[] = [];
      for (let after: string | null = null; all.length < MOST; ) {
        const list = await deskList(tx, { ...query, after }, AT_ONCE);
        all.push(...list.items);
        after = list.next;
        if (after === null) break;
      }
      return all;
    },
    { now: page.now },
  );
  const name = `${page.t('matters.sheets.desk')} ${page.t(`desk.chip.${query.chip}`)}`;
  return sheetAnswer({
    fileName: `${name} ${dayOf(page.now)}`,
    sheetName: page.t('matters.sheets.desk'),
    columns: columnsOf(page),
    rows: items,
  });
}

function columnsOf(page: Page): SheetColumn<DeskItem>[] {
  const { t, locale } = page;
  const header = (word: string) => t(`matters.sheets.column.${word}`);
  const moment = (at: Date | null) => (at === null ? '' : `${dayOf(at)} ${timeOf(at)}`);
  return [
    { header: header('code'), width: 14, value: (item) => item.code },
    { header: header('title'), width: 44, value: (item) => item.title ?? t('desk.text-hidden') },
    { header: header('category'), width: 20, value: (item) => t(`category.${item.category}`) },
    { header: header('level'), width: 8, value: (item) => item.level },
    { header: header('place'), width: 30, value: (item) => placeText(item.place, page, item.placeDetail) },
    { header: header('status'), width: 18, value: (item) => t(`desk.status.${item.status}`) },
    {
      header: header('lead'),
      width: 20,
      value: ({ lead }) => lead && (locale === 'en' ? lead.nameEn : lead.nameZh),
    },
    { header: header('due'), width: 18, value: (item) => moment(item.closed ? null : item.dueAt) },
    { header: header('submitted'), width: 18, value: (item) => moment(item.submittedAt) },
    { header: header('endorsements'), width: 8, value: (item) => item.endorsements },
    { header: header('urges'), width: 8, value: (item) => item.urges },
  ];
}
