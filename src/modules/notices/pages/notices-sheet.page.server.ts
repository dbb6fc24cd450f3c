import type { LoaderFunctionArgs } from 'react-router';
import { dayOf, timeOf } from '#platform/i18n/dates.ts';
import { sheetAnswer } from '#platform/spreadsheets/sheet-answer.ts';
import { pageOf } from '#web/page/page-context.ts';
import { liveNotices, pastNotices } from '../queries/live-notices.ts';

/** Works notices as a spreadsheet: those the page shows, in force, to come and over. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { services, actor, now, t, locale } = pageOf(context);
  const rows = await services.database.inTransaction(
    actor,
    async (tx) => [...(await liveNotices(tx)), ...(await pastNotices(tx))],
    { now },
  );
  const header = (word: string) => t(`notices.sheets.${word}`);
  const moment = (at: Date) => `${dayOf(at)} ${timeOf(at)}`;
  return sheetAnswer({
    fileName: `${t('notices.title')} ${dayOf(now)}`,
    sheetName: t('notices.title'),
    columns: [
      { header: header('number'), value: (notice) => notice.number },
      { header: header('kind'), width: 10, value: (notice) => t(`notices.kind.${notice.kind}`) },
      { header: header('title'), width: 30, value: (notice) => notice.title },
      { header: header('body'), width: 60, value: (notice) => notice.body },
      { header: header('estate'), value: ({ estate }) => (locale === 'en' ? estate.nameEn : estate.nameZh) },
      { header: header('buildings'), value: (notice) => notice.buildings.join('、') },
      { header: header('from'), width: 18, value: (notice) => moment(notice.startsAt) },
      { header: header('to'), width: 18, value: (notice) => moment(notice.endsAt) },
      {
        header: header('issuer'),
        width: 22,
        value: ({ issuer }) => issuer && (locale === 'en' ? issuer.nameEn : issuer.nameZh),
      },
    ],
    rows,
  });
}
