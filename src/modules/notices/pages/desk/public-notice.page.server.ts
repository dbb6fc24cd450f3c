import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import type { z } from 'zod';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { answerObjection } from '../../commands/public/answer-objection.ts';
import { extendPeriod } from '../../commands/public/extend-period.ts';
import { hangUpNotice } from '../../commands/public/hang-up-notice.ts';
import { recordObjection } from '../../commands/public/record-objection.ts';
import { takeDownNotice } from '../../commands/public/take-down-notice.ts';
import { shanghaiMoment } from '../../forms/moments.ts';
import { answerForm, hangUpForm, outageForm, recordObjectionForm, takeDownForm } from '../../forms/public.ts';
import { publicNoticeDetail } from '../../queries/public/public-notice-detail.ts';

const DEEDS = ['announced', 'answer-objection', 'record-objection', 'hang-up', 'take-down', 'extend-period'];

/** A notice with what its organisation does with it: objections by name, sheets on walls, outages. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const notice = await page.services.database.inTransaction(
    page.actor,
    (tx) => publicNoticeDetail(tx, params.number ?? ''),
    { now: page.now },
  );
  if (!notice) throw notFound();
  const done = new URL(request.url).searchParams.get('done');
  return {
    notice,
    done: DEEDS.find((one) => one === done) ?? null,
    requestKey: page.newRequestKey(),
  };
}

type Asked =
  | { readonly run: (tx: Tx) => Promise<Result<unknown>>; readonly words: string }
  | { readonly missing: string };

/** What was typed as its form reads it, with the command it is for. */
function asked<S extends z.ZodType>(
  schema: S,
  input: unknown,
  run: (tx: Tx, typed: z.infer<S>) => Promise<Result<unknown>>,
): Asked {
  const read = schema.safeParse(input);
  if (!read.success) return { missing: String(read.error.issues[0]?.path[0] ?? '') };
  return { run: (tx) => run(tx, read.data), words: JSON.stringify(read.data) };
}

function askedOf(deed: string, form: FormData, number: string): Asked | null {
  const typed = { ...typedValues(form), number };
  const at = (name: string) => shanghaiMoment(textOf(form, name));
  switch (deed) {
    case 'answer-objection':
      return asked(answerForm, typed, answerObjection);
    case 'record-objection':
      return asked(recordObjectionForm, { ...typed, madeAt: at('madeAt') }, recordObjection);
    case 'hang-up':
      return asked(hangUpForm, { ...typed, hungAt: at('hungAt') }, hangUpNotice);
    case 'take-down':
      return asked(takeDownForm, typed, takeDownNotice);
    case 'extend-period':
      return asked(outageForm, { ...typed, from: at('from'), to: at('to') }, extendPeriod);
    default:
      return null;
  }
}

/** Does what the pressed form says. An answer goes on to the gate. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const number = params.number ?? '';
  const deed = textOf(form, 'do');
  const wanted = askedOf(deed, form, number);
  if (!wanted) throw notFound();
  if ('missing' in wanted) return formAgain({ code: 'notices.check-field', field: wanted.missing }, form);
  const { database, vault } = page.services;
  const done = await runCommand(database, page.actor, wanted.run, {
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), `${deed}\n${wanted.words}`),
    command: `notices.${deed}`,
  });
  if (!done.ok) {
    if (done.refusal.code === 'notices.not-found') throw notFound();
    return formAgain(done.refusal, form);
  }
  if (deed === 'answer-objection') {
    const { pieceId } = done.value as { readonly pieceId: string };
    return seeOther(`/desk/redaction/${pieceId}`);
  }
  return seeOther(`/desk/public-notices/${number}?done=${deed}`);
}
