import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { anonymousActor } from '#kernel/actor.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { type Limit, takeHit } from '#platform/http/rate-limit.ts';
import { type FormAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { castSlip } from '../../commands/appraisal/cast-slip.ts';
import { slipForm } from '../../forms/appraisal.ts';
import type { PublicAppraisal } from '../../queries/appraisal/appraisal-views.ts';
import { slipToScore } from '../../queries/appraisal/slip-to-score.ts';
import { scoresOf } from './scores.page.server.ts';

/** Codes tried from one address in an hour: a hall full of people may share one. */
const TRIES_PER_ADDRESS: Limit = { name: 'slip-codes', hits: 200, seconds: 3600 };

/** A slip that is open on the page, with its code; or why there is none. */
export type ScoreAgain = FormAgain & { readonly slip: PublicAppraisal | null; readonly code: string };

export function loader({ request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  page.share();
  return { isDone: new URL(request.url).searchParams.has('done') };
}

/**
 * Opens a slip by its code, then takes it in. Whoever is signed in scores as nobody, the code never stands in an
 * address, and no key of the form is kept.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const code = textOf(form, 'code');
  const { database } = page.services;
  const nobody = anonymousActor(page.actor.neighborhoodId);
  const again = (refusals: readonly Refusal[], slip: PublicAppraisal | null, status: number) =>
    data<ScoreAgain>({ refusals, values: typedValues(form), slip, code }, { status });
  if (!(await mayStillTry(page))) return again([refuse('meetings.too-many-from-here').refusal], null, 429);
  const slip = await database.inTransaction(nobody, (tx) => slipToScore(tx, code), { now: page.now });
  if (!slip) return again([refuse('meetings.no-such-slip', { field: 'code' }).refusal], null, 422);
  if (textOf(form, 'do') !== 'cast-slip') return again([], slip, 200);
  const read = slipForm.safeParse({ code, scores: scoresOf(form, slip.criteria.length), isVoid: false });
  if (!read.success)
    return again([refuse('meetings.nothing-ticked', { field: 'score1' }).refusal], slip, 422);
  const done = await runCommand(database, nobody, (tx) => castSlip(tx, read.data, false), { now: page.now });
  return done.ok ? seeOther('/score?done') : again([done.refusal], slip, 422);
}

async function mayStillTry({ services, clientAddress, now }: Page): Promise<boolean> {
  if (/^(127\.|::1$)/.test(clientAddress)) return true;
  const subject = services.vault.index('rate-limit', clientAddress).slice(0, 22);
  return takeHit(services.database, TRIES_PER_ADDRESS, subject, now);
}
