import type { ActionFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { printedCode } from '#kernel/paper-code.ts';
import { placeText } from '#modules/registry/contract.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { makePdf, pdfAnswer } from '#platform/documents/pdf.ts';
import { qrSvg } from '#platform/documents/qr-code.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { forbidden, notFound, seeOther, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { type MadeCard, makeCards } from '../../commands/joining/make-cards.ts';
import { CARD_DAYS } from '../../contract/joining.ts';
import { placesOfHomes } from '../../queries/joining/join-choices.ts';

/** The address of a sheet opened again: its codes are gone, so it leads back to the entrances. */
export function loader() {
  return seeOther('/desk/access/cards');
}

/** Makes cards and answers with the sheet to print: the only time their codes are known. */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const stairwellId = textOf(form, 'stairwell');
  if (!isUuid(stairwellId)) throw notFound();
  const unitIds = form.getAll('unit').filter((one) => typeof one === 'string');
  const { database } = page.services;
  const made = await runCommand(database, page.actor, (tx) => makeCards(tx, { stairwellId, unitIds }), {
    now: page.now,
  });
  if (made.ok) return sheetOf(page, made.value);
  throw made.refusal.code === 'access.not-the-desk' ? forbidden() : notFound();
}

/** Cards beside one another on a sheet. */
const ACROSS = 2;
/** Side of a QR code, in points. */
const QR_SIDE = 92;

async function sheetOf(page: Page, cards: readonly MadeCard[]): Promise<Response> {
  const { t, neighborhood, services, dates, now } = page;
  const places = await services.database.inTransaction(page.actor, (tx) =>
    placesOfHomes(
      tx,
      cards.map((card) => card.unitId),
    ),
  );
  const until = dates.day(dayOf(new Date(now.getTime() + CARD_DAYS * 86_400_000)));
  const name = page.locale === 'en' ? neighborhood.nameEn : neighborhood.nameZh;
  const phone = neighborhood.dutyPhones.find((duty) => duty.kind === 'RESIDENTS_COMMITTEE')?.phone ?? '';
  const cells = cards.map((card) => {
    const place = places.get(card.unitId);
    return {
      stack: [
        { text: t('access.sheet.title', { name }), fontSize: 10 },
        { text: place ? placeText(place, page) : card.room, bold: true, fontSize: 14 },
        {
          columns: [
            {
              svg: qrSvg(`${services.config.publicUrl}/join?c=${card.code}`),
              width: QR_SIDE,
              height: QR_SIDE,
            },
            {
              stack: [
                { text: t('access.sheet.how'), fontSize: 9 },
                { text: printedCode(card.code), bold: true, fontSize: 17, margin: [0, 4, 0, 4] as const },
                { text: t('access.sheet.without-phone', { phone }), fontSize: 9 },
                { text: t('access.sheet.until', { day: until }), fontSize: 9 },
              ],
            },
          ],
          columnGap: 10,
          margin: [0, 6, 0, 0] as const,
        },
      ],
      margin: [6, 6, 6, 6] as const,
    };
  });
  const rows = Array.from({ length: Math.ceil(cells.length / ACROSS) }, (_, at) => {
    const row: object[] = cells.slice(at * ACROSS, at * ACROSS + ACROSS);
    while (row.length < ACROSS) row.push({ text: '' });
    return row;
  });
  const bytes = await makePdf({
    pageMargins: [30, 30, 30, 30],
    content: [{ table: { widths: ['*', '*'], dontBreakRows: true, body: rows as never } }],
  });
  return pdfAnswer(bytes, t('access.sheet.file', { name }));
}
