import type { LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { dayOf, timeOf } from '#platform/i18n/dates.ts';
import { type SheetColumn, sheetAnswer } from '#platform/spreadsheets/sheet-answer.ts';
import { notFound } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import type { TrailLine } from '../../queries/trail-names.ts';
import { exportedQuestion, trailLines } from '../../queries/trail-sheet.ts';
import { eventKey } from './event-key.part.tsx';

/** The sheet of an export that its reader wrote down before: the same lines as the page, masked the same. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { services, actor, t } = page;
  const exportId = params.export ?? '';
  const question = isUuid(exportId)
    ? await services.database.inTransaction(actor, (tx) => exportedQuestion(tx, exportId))
    : null;
  if (question === null) throw notFound();
  return sheetAnswer({
    fileName: `${t('oversight.export-file')} ${dayOf(page.now)}`,
    sheetName: t('oversight.export-file'),
    columns: columnsOf(page),
    rows: trailLines(services.database, actor, question),
  });
}

function columnsOf({ t, locale }: Page): SheetColumn<TrailLine>[] {
  const name = (names: TwoNames | null) => (names ? (locale === 'en' ? names.nameEn : names.nameZh) : '');
  const person = (named: TrailLine['onBehalf']) =>
    named ? (named.name ?? (named.masked ? t('oversight.a-resident') : '')) : '';
  const what = (kind: string | null) => t(kind === null ? 'oversight.contact-read' : eventKey(kind));
  return [
    { header: t('oversight.col.seq'), width: 10, value: ({ seq }) => (seq === null ? null : Number(seq)) },
    { header: t('oversight.col.when'), width: 18, value: ({ at }) => `${dayOf(at)} ${timeOf(at)}` },
    { header: t('oversight.col.what'), width: 24, value: ({ kind }) => what(kind) },
    {
      header: t('oversight.col.about'),
      width: 24,
      value: ({ subject, subjectKind }) =>
        `${t(`oversight.subject.${subjectKind}`)} ${name(subject.name)}`.trim(),
    },
    {
      header: t('oversight.col.who'),
      width: 30,
      value: ({ who, role }) =>
        role === 'SYS'
          ? t('oversight.by-program')
          : [person(who.person), name(who.org), name(who.post)].filter((text) => text !== '').join(' · '),
    },
    { header: t('oversight.col.behalf'), width: 16, value: ({ onBehalf }) => person(onBehalf) },
    { header: t('oversight.col.why'), width: 40, value: ({ reason }) => reason },
  ];
}
