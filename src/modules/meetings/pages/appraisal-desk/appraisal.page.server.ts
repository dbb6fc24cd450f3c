import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { printedCode } from '#kernel/paper-code.ts';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { type FormAgain, formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { cancelAppraisal } from '../../commands/appraisal/cancel-appraisal.ts';
import { castSlip } from '../../commands/appraisal/cast-slip.ts';
import { countSlips } from '../../commands/appraisal/count-slips.ts';
import { listRectification } from '../../commands/appraisal/list-rectification.ts';
import { openScoring } from '../../commands/appraisal/open-scoring.ts';
import { publishAppraisal } from '../../commands/appraisal/publish-appraisal.ts';
import { reportOnSelf } from '../../commands/appraisal/report-on-self.ts';
import { APPRAISAL_ACTIONS } from '../../contract/appraisal.ts';
import {
  cancelForm,
  countForm,
  openForm,
  publishForm,
  rectificationForm,
  selfReportForm,
  slipForm,
} from '../../forms/appraisal.ts';
import { deskAppraisal } from '../../queries/appraisal/desk-appraisals.ts';
import { scoresOf } from '../appraisal/scores.page.server.ts';

/** Rows of things to put right that the form shows; those left empty count for nothing. */
export const RECTIFICATION_ROWS = 6;
const FIELDS = ['task', 'measure', 'post', 'due'] as const;

/** The codes of slips just made, to be printed now: they are never shown again. */
export type NewSlips = { readonly codes: readonly string[] };

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const detail = await page.services.database.inTransaction(
    page.actor,
    (tx) => deskAppraisal(tx, params.id ?? ''),
    { now: page.now },
  );
  if (!detail) throw notFound();
  const done = new URL(request.url).searchParams.get('done');
  return {
    detail,
    done: APPRAISAL_ACTIONS.find((one) => one === done) ?? null,
    requestKey: page.newRequestKey(),
  };
}

/** Does what the pressed button says. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const id = params.id ?? '';
  const step = textOf(form, 'do');
  if (step === 'open-scoring') return openWith(page, form, id);
  const asked = askedOf(step, form, id);
  if ('missing' in asked) {
    if (asked.missing === 'id') throw notFound();
    return formAgain({ code: 'meetings.say-what', field: asked.missing }, form);
  }
  const { database, vault } = page.services;
  // A slip's code and its scores are kept nowhere together, not even as the words of a request.
  const isSlip = step === 'enter-slip';
  const key = isSlip ? null : requestKeyFor(vault, textOf(form, 'requestKey'), asked.words);
  const options = { now: page.now, requestKey: key, command: `meetings.${step}` };
  const done = await runCommand(database, page.actor, asked.command, options);
  if (!done.ok) return formAgain(done.refusal, form);
  if (step === 'publish-appraisal')
    return seeOther(`/desk/redaction/${(done.value as { pieceId: string }).pieceId}`);
  return seeOther(`/desk/appraisals/${id}?done=${step}`);
}

/** Makes slips and shows their codes in the very answer; sent twice, the second time is told it changed. */
async function openWith(page: Page, form: FormData, id: string) {
  const read = openForm.safeParse({ ...typedValues(form), id });
  if (!read.success) return formAgain({ code: 'meetings.say-what', field: 'slips' }, form);
  const made = await runCommand(page.services.database, page.actor, (tx) => openScoring(tx, read.data), {
    now: page.now,
  });
  if (!made.ok) return formAgain(made.refusal, form);
  return data<FormAgain & NewSlips>({ refusals: [], values: {}, codes: made.value.map(printedCode) });
}

type Asked =
  | { readonly command: (tx: Tx) => Promise<Result<unknown>>; readonly words: string }
  | { readonly missing: string };
type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly { path: PropertyKey[] }[] } };

function asked<T>(
  read: Parsed<T>,
  command: (tx: Tx, data: T) => Promise<Result<unknown>>,
  fieldOf = (path: readonly PropertyKey[]) => String(path[0] ?? 'id'),
): Asked {
  if (!read.success) return { missing: fieldOf(read.error.issues[0]?.path ?? []) };
  return { command: (tx) => command(tx, read.data), words: JSON.stringify(read.data) };
}

function askedOf(step: string, form: FormData, id: string): Asked {
  const typed = { ...typedValues(form), id };
  switch (step) {
    case 'report-on-self':
      return asked(selfReportForm.safeParse(typed), reportOnSelf);
    case 'enter-slip':
      return slipOf(form);
    case 'count-slips':
      return asked(countForm.safeParse(typed), countSlips);
    case 'publish-appraisal':
      return asked(publishForm.safeParse(typed), publishAppraisal);
    case 'cancel-appraisal':
      return asked(cancelForm.safeParse(typed), cancelAppraisal);
    case 'list-rectification':
      return listOf(form, typed);
    default:
      return { missing: 'id' };
  }
}

function slipOf(form: FormData): Asked {
  const criteria = Number(textOf(form, 'criteria')) || 0;
  const isVoid = form.has('isVoid');
  const read = slipForm.safeParse({
    code: textOf(form, 'code'),
    scores: isVoid ? [] : scoresOf(form, Math.min(criteria, 20)),
    isVoid,
  });
  return asked(read, (tx, slip) => castSlip(tx, slip, true));
}

function listOf(form: FormData, typed: Readonly<Record<string, string>>): Asked {
  const rows = Array.from({ length: RECTIFICATION_ROWS }, (_, at) => at + 1).filter((n) =>
    FIELDS.some((field) => textOf(form, `${field}${n}`) !== ''),
  );
  const items = rows.map((n) => ({
    task: textOf(form, `task${n}`),
    measure: textOf(form, `measure${n}`),
    postId: textOf(form, `post${n}`),
    dueOn: textOf(form, `due${n}`),
  }));
  const names: Readonly<Record<string, string>> = { postId: 'post', dueOn: 'due' };
  return asked(rectificationForm.safeParse({ ...typed, items }), listRectification, ([first, at, field]) =>
    first === 'items'
      ? `${names[String(field)] ?? String(field ?? 'task')}${rows[Number(at)] ?? 1}`
      : String(first ?? 'id'),
  );
}
