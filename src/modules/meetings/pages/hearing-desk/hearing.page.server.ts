import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { isUuid } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { type FormAgain, formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { type Page, pageOf } from '#web/page/page-context.ts';
import { answerOpinion } from '../../commands/hearing/answer-opinion.ts';
import { enterOpinion } from '../../commands/hearing/enter-opinion.ts';
import { moveRound } from '../../commands/hearing/move-round.ts';
import { publishAnswers } from '../../commands/hearing/publish-answers.ts';
import { revealSignUpPhone } from '../../commands/hearing/reveal-sign-up-phone.ts';
import { seatParticipants } from '../../commands/hearing/seat-participants.ts';
import { signUp } from '../../commands/hearing/sign-up.ts';
import { withdrawSignUp } from '../../commands/hearing/withdraw-sign-up.ts';
import { HEARING_ACTIONS } from '../../contract/hearing.ts';
import {
  answerForm,
  moment,
  moveRoundForm,
  opinionForm,
  revealForm,
  seatForm,
  signUpForm,
  withdrawForm,
} from '../../forms/hearing.ts';
import { deskHearing } from '../../queries/hearing/desk-hearings.ts';
import { inForm } from './announce.page.server.ts';

/** A hearing with its last round and what the reader may do now. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const found = await page.services.database.inTransaction(
    page.actor,
    async (tx) => ({ detail: await deskHearing(tx, params.id ?? ''), newId: tx.newId() }),
    { now: page.now },
  );
  if (!found.detail) throw notFound();
  const done = new URL(request.url).searchParams.get('done');
  return {
    detail: found.detail,
    newId: found.newId,
    done: HEARING_ACTIONS.find((one) => one === done) ?? null,
    requestKey: page.newRequestKey(),
  };
}

/** A phone somebody asked for: shown in the very answer, kept nowhere. */
export type Revealed = { readonly revealed: { readonly signUpId: string; readonly phone: string | null } };

async function revealWith(page: Page, form: FormData) {
  const read = revealForm.safeParse(typedValues(form));
  if (!read.success) return formAgain({ code: 'meetings.say-what', field: 'reason' }, form);
  const told = await runCommand(
    page.services.database,
    page.actor,
    (tx) => revealSignUpPhone(tx, read.data),
    {
      now: page.now,
    },
  );
  if (!told.ok) return formAgain(told.refusal, form);
  const revealed = { signUpId: read.data.signUpId, phone: told.value };
  return data<FormAgain & Revealed>({ refusals: [], values: {}, revealed });
}

type Command = (tx: Tx) => Promise<Result<unknown>>;
/** A command with the words it was asked in, or the field in which something is missing. */
type Asked = { readonly command: Command; readonly words: string } | { readonly missing: string };

/** Does what the pressed button says. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const form = await request.formData();
  const step = textOf(form, 'do');
  if (step === 'reveal-phone') return revealWith(page, form);
  const asked = askedOf(step, form);
  if ('missing' in asked) {
    if (/Id$/.test(asked.missing) || asked.missing === 'step') throw notFound();
    return formAgain({ code: 'meetings.say-what', field: asked.missing }, form);
  }
  const { database, vault } = page.services;
  const done = await runCommand(database, page.actor, asked.command, {
    now: page.now,
    requestKey: requestKeyFor(vault, textOf(form, 'requestKey'), asked.words),
    command: `meetings.${step}`,
  });
  if (!done.ok) return formAgain(inForm(done.refusal), form);
  if (step === 'publish-answers') {
    const { pieceId } = done.value as { pieceId: string };
    return seeOther(`/desk/redaction/${pieceId}`);
  }
  return seeOther(`/desk/hearings/${params.id ?? ''}?done=${step}`);
}

type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly { path: PropertyKey[] }[] } };

function asked<T>(read: Parsed<T>, command: (tx: Tx, data: T) => Promise<Result<unknown>>): Asked {
  if (!read.success) return { missing: String(read.error.issues[0]?.path[0] ?? 'step') };
  return { command: (tx) => command(tx, read.data), words: JSON.stringify(read.data) };
}

function askedOf(step: string, form: FormData): Asked {
  const typed = typedValues(form);
  switch (step) {
    case 'sign-up-for-others':
      return asked(signUpForm.safeParse({ opinion: '', phone: '', ...typed }), (tx, data) =>
        signUp(tx, data, true),
      );
    case 'withdraw-sign-up':
      return asked(withdrawForm.safeParse(typed), withdrawSignUp);
    case 'seat-participants':
      return asked(
        seatForm.safeParse({ ...typed, seatIds: form.getAll('seat').map(String) }),
        seatParticipants,
      );
    case 'enter-opinion':
      return asked(opinionForm.safeParse(typed), enterOpinion);
    case 'answer-opinion':
      return asked(answerForm.safeParse(typed), answerOpinion);
    case 'publish-answers': {
      const roundId = textOf(form, 'roundId');
      if (!isUuid(roundId)) return { missing: 'roundId' };
      return { command: (tx) => publishAnswers(tx, { roundId }), words: roundId };
    }
    default:
      return movedOf(step, form, typed);
  }
}

/** Setting, putting off, cancelling, holding: a moment from its two fields, those who came from one field each. */
function movedOf(step: string, form: FormData, typed: Readonly<Record<string, string>>): Asked {
  const startsAt = moment.safeParse({ day: textOf(form, 'startsDay'), time: textOf(form, 'startsTime') });
  if (step === 'postpone-hearing' && !startsAt.success) return { missing: 'startsDay' };
  const came = (how: string) =>
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith('came-') && value === how ? [name.slice('came-'.length)] : [],
    );
  const read = moveRoundForm.safeParse({
    balanceReason: '',
    ...typed,
    step,
    startsAt: startsAt.success ? startsAt.data : undefined,
    cameIds: came('ROOM'),
    remoteIds: came('REMOTE'),
  });
  return asked(read, moveRound);
}
