import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { coverPixels } from '#platform/files/cover-picture.ts';
import { formAgain, notFound, seeOther, textOf } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { approvePiece } from '../commands/approve-piece.ts';
import { changePiece } from '../commands/change-piece.ts';
import { coverPicture } from '../commands/cover-picture.ts';
import { dismissFinding } from '../commands/dismiss-finding.ts';
import { handOverPiece } from '../commands/hand-over-piece.ts';
import { lookAfterwards } from '../commands/look-afterwards.ts';
import { publishAlone } from '../commands/publish-alone.ts';
import { sendBackPiece } from '../commands/send-back-piece.ts';
import { takeDownPiece } from '../commands/take-down-piece.ts';
import { MOST_BOXES } from '../contract.ts';
import { approveForm, boxesForm, changeForm, dismissForm, reasonForm } from '../forms/piece.ts';
import { pieceDetail, piecePicture } from '../queries/piece-detail.ts';
import { boxInPixels, fitBox } from '../rules/boxes.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const piece = await page.services.database.inTransaction(page.actor, (tx) => pieceDetail(tx, id), {
    now: page.now,
  });
  if (!piece) throw notFound();
  return { piece, isDone: new URL(request.url).searchParams.has('done'), requestKey: page.newRequestKey() };
}

type Command = (tx: Tx) => Promise<Result<unknown>>;
type Parsed<T> = { readonly success: true; readonly data: T } | { readonly success: false };

export async function action({ request, context, params }: ActionFunctionArgs) {
  const page = pageOf(context);
  const pieceId = params.id ?? '';
  if (!isUuid(pieceId)) throw notFound();
  const form = await request.formData();
  const command = await commandOf(page, pieceId, form);
  if (!command.ok) return formAgain(command.refusal, form);
  const key = textOf(form, 'requestKey');
  const result = await runCommand(page.services.database, page.actor, command.value, {
    command: 'redaction.piece',
    requestKey: isUuid(key) ? key : null,
  });
  if (!result.ok && result.refusal.code === 'redaction.not-found') throw notFound();
  if (!result.ok) return formAgain(result.refusal, form);
  return seeOther(`/desk/redaction/${pieceId}?done`);
}

/** What the pressed button means. */
async function commandOf(page: Page, pieceId: string, form: FormData): Promise<Result<Command>> {
  const publishers = page.services.publishers ?? {};
  const given = { ...Object.fromEntries(form), pieceId };
  const run = (command: Command): Result<Command> => ({ ok: true, value: command });
  const checked = <T>(
    parsed: Parsed<T>,
    field: string,
    command: (tx: Tx, input: T) => ReturnType<Command>,
  ) =>
    parsed.success
      ? run((tx) => command(tx, parsed.data))
      : refuse('redaction.say-it-in-a-few-words', { field });
  switch (textOf(form, 'intent')) {
    case 'change':
      return checked(changeForm.safeParse({ pieceId, texts: textsOf(form) }), 'texts', changePiece);
    case 'dismiss':
      return checked(dismissForm.safeParse(given), 'reason', dismissFinding);
    case 'cover':
      return coverOf(page, pieceId, form);
    case 'hand-over':
      return run((tx) => handOverPiece(tx, { pieceId }));
    case 'approve':
      return checked(approveForm.safeParse(given), 'seal', (tx, input) =>
        approvePiece(tx, input, publishers),
      );
    case 'send-back':
      return checked(reasonForm.safeParse(given), 'reason', sendBackPiece);
    case 'publish-alone':
      return run((tx) => publishAlone(tx, { pieceId }, publishers));
    case 'look-afterwards':
      return run((tx) => lookAfterwards(tx, { pieceId }));
    case 'take-down':
      return checked(reasonForm.safeParse(given), 'reason', takeDownPiece);
    default:
      return refuse('redaction.not-in-this-state');
  }
}

function textsOf(form: FormData): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of form) {
    if (name.startsWith('text-') && typeof value === 'string') {
      texts[name.slice('text-'.length)] = value.replaceAll('\r\n', '\n');
    }
  }
  return texts;
}

/** Draws the new picture before anything is locked, and keeps it when the questions are answered. */
async function coverOf(page: Page, pieceId: string, form: FormData): Promise<Result<Command>> {
  const fileId = textOf(form, 'fileId');
  const answered = ['faces', 'plates', 'doors'].every((name) => form.get(name) === 'yes');
  if (!answered) return refuse('redaction.look-for-all-three', { field: 'faces', source: 'DOMAIN §3.12' });
  const half = halfTypedBox(form);
  if (half !== null) return refuse('redaction.box-half-typed', { field: `w${half}`, params: { n: half } });
  const typed = boxesForm.safeParse(typedBoxes(form));
  if (!typed.success) return refuse('redaction.boxes-are-numbers', { field: 'x1' });
  const boxes = typed.data.flatMap((box) => fitBox(box) ?? []);
  const original = isUuid(fileId)
    ? await page.services.database.inTransaction(page.actor, (tx) => piecePicture(tx, pieceId, fileId, false))
    : null;
  if (!original) return refuse('redaction.not-found');
  const picture = await coverPixels(original.bytes, (width, height) =>
    boxes.map((box) => boxInPixels(box, width, height)),
  );
  return { ok: true, value: (tx) => coverPicture(tx, { pieceId, fileId, boxes, picture }) };
}

/** The first row in which something is typed and something is missing, or null: nothing is left uncovered silently. */
function halfTypedBox(form: FormData): number | null {
  for (let n = 1; n <= MOST_BOXES; n += 1) {
    const typed = ['x', 'y', 'w', 'h'].filter((side) => textOf(form, `${side}${n}`) !== '').length;
    if (typed > 0 && typed < 4) return n;
  }
  return null;
}

/** Rows of numbered fields in which somebody typed something. */
function typedBoxes(form: FormData): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (let n = 1; n <= MOST_BOXES; n += 1) {
    const row = {
      x: textOf(form, `x${n}`),
      y: textOf(form, `y${n}`),
      w: textOf(form, `w${n}`),
      h: textOf(form, `h${n}`),
    };
    if (row.w !== '' && row.h !== '') rows.push(row);
  }
  return rows;
}
