import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from 'react-router';
import { type Refusal, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { type FormAgain, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { changeConsent } from '../../commands/citizen/change-consent.ts';
import { reopenMatter } from '../../commands/citizen/reopen.ts';
import { replyToHandlers, urgeMatter } from '../../commands/citizen/urge.ts';
import { askWithdrawal } from '../../commands/citizen/withdrawal.ts';
import { answerFollowUp } from '../../commands/closing/follow-up.ts';
import { addPhotos } from '../../commands/intake/add-photos.ts';
import { appealDecline } from '../../commands/triage/decline-matter.ts';
import {
  answerForm,
  appealForm,
  consentForm,
  reopenForm,
  replyForm,
  urgeForm,
  withdrawalForm,
} from '../../forms/handling.ts';
import { progress } from '../../queries/resident/progress.ts';
import type { OwnAction } from '../../rules/resident/own-actions.ts';
import { OWN_ACTIONS } from '../../rules/resident/own-actions.ts';
import { sentPhotos } from '../report/report-form.page.server.ts';
import { askedFor, lookUp } from '../report/sent.page.server.ts';

/** What a form of the page is shown again with; `form` says which one it was. */
export type OwnAgain = FormAgain & { readonly form: OwnAction };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const { code, proven } = askedFor(page, request, params.code);
  const matter = await page.services.database.inTransaction(page.actor, (tx) => progress(tx, code, proven), {
    now: page.now,
  });
  if (!matter) throw lookUp(code);
  const asked = new URL(request.url).searchParams.get('done');
  const done = OWN_ACTIONS.find((one) => one === asked) ?? null;
  return { matter, done, requestKey: page.newRequestKey() };
}

type Command = (tx: Tx, input: never) => Promise<Result<unknown>>;

/** The forms of the page: which schema reads each, and which command does it. */
const FORMS: Readonly<
  Record<
    Exclude<OwnAction, 'add-photo'>,
    readonly [
      (
        | typeof answerForm
        | typeof appealForm
        | typeof reopenForm
        | typeof replyForm
        | typeof urgeForm
        | typeof withdrawalForm
        | typeof consentForm
      ),
      Command,
    ]
  >
> = {
  'answer-follow-up': [answerForm, answerFollowUp],
  'appeal-decline': [appealForm, appealDecline],
  reopen: [reopenForm, reopenMatter],
  reply: [replyForm, replyToHandlers],
  urge: [urgeForm, urgeMatter],
  'ask-withdrawal': [withdrawalForm, askWithdrawal],
  'change-consent': [consentForm, changeConsent],
};

/** One of the reporter's own actions; `do` says which. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const page = pageOf(context);
  const { database } = page.services;
  const { code, proven } = askedFor(page, request, params.code);
  const form = await request.formData();
  const wanted = OWN_ACTIONS.find((one) => one === textOf(form, 'do'));
  const matter = await database.inTransaction(page.actor, (tx) => progress(tx, code, proven), {
    now: page.now,
  });
  if (!matter || !wanted) throw lookUp(code);
  const again = (refusal: Refusal) =>
    data({ form: wanted, refusals: [refusal], values: typedValues(form) } satisfies OwnAgain, {
      status: 422,
    });
  const command = await commandOf(wanted, form, matter.matterId, proven);
  if (!command.ok) return again(command.refusal);
  const result = await runCommand(database, page.actor, command.value, {
    now: page.now,
    requestKey: requestKeyFor(page.services.vault, textOf(form, 'requestKey'), `${code} ${wanted}`),
    command: `matters.${wanted}`,
  });
  return result.ok ? seeOther(`/m/${code}?done=${wanted}`) : again(result.refusal);
}

type Ready = Result<(tx: Tx) => Promise<Result<unknown>>>;

async function commandOf(
  wanted: OwnAction,
  form: FormData,
  matterId: string,
  provenByPin: boolean,
): Promise<Ready> {
  if (wanted === 'add-photo') {
    const pictures = await sentPhotos(form);
    if (!pictures.ok) return pictures;
    return { ok: true, value: (tx) => addPhotos(tx, { matterId, provenByPin, pictures: pictures.value }) };
  }
  const [schema, command] = FORMS[wanted];
  const read = schema.safeParse({ ...typedValues(form), version: undefined, matterId });
  if (!read.success) return notRead(wanted, String(read.error.issues[0]?.path[0] ?? ''));
  return { ok: true, value: (tx) => command(tx, { ...read.data, provenByPin } as never) };
}

function notRead(wanted: OwnAction, field: string): Ready {
  if (wanted === 'answer-follow-up' && field !== 'text')
    return refuse('matters.answer-both-questions', { field });
  return refuse('matters.words-missing', { field });
}
