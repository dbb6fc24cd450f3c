import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import type { ZodError } from 'zod';
import { isUuid } from '#kernel/ids.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { addDays, dateKey } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { makePicture } from '#platform/files/pictures.ts';
import { requestKeyFor } from '#platform/http/request-key.ts';
import { formAgain, notFound, seeOther, textOf, typedValues } from '#web/page/answers.ts';
import { pageOf } from '#web/page/page-context.ts';
import { draftAgreement } from '../../commands/agreement/draft-agreement.ts';
import { draftParty } from '../../commands/agreement/draft-party.ts';
import { leaveAgreement } from '../../commands/agreement/leave-agreement.ts';
import { moveAgreement } from '../../commands/agreement/move-agreement.ts';
import { noteForum } from '../../commands/agreement/note-forum.ts';
import { recordPaperSignature } from '../../commands/agreement/record-paper-signature.ts';
import { signAgreement } from '../../commands/agreement/sign-agreement.ts';
import { draftCommitment } from '../../commands/commitments/draft-commitment.ts';
import {
  draftAgreementForm,
  draftCommitmentForm,
  draftPartyForm,
  leaveAgreementForm,
  moveAgreementForm,
  paperSignatureForm,
  signAgreementForm,
} from '../../forms/agreement.ts';
import { noteForumForm } from '../../forms/forums.ts';
import { mayAgree } from '../../permissions.ts';
import { agreementFile, agreementLines } from '../../queries/agreement/agreements.ts';
import { draftChoices } from '../../queries/agreement/draft-choices.ts';
import { FEWEST_CONSULTATION_DAYS } from '../../rules/procedure/rules-lifecycle.ts';

/** An agreement to read, write, take further and sign; an id nobody has yet is a new one. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = pageOf(context);
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const today = dateKey(page.now);
  const mayDraft = mayAgree(page.actor, 'draft-agreement').ok;
  return page.services.database.inTransaction(
    page.actor,
    async (tx) => {
      const file = await agreementFile(tx, id);
      const hidden = file === null || file.standing === 'DRAFTING' || file.standing === 'WITHDRAWN';
      if (hidden && !mayDraft) throw notFound();
      const drafting = mayDraft && (file === null || file.standing === 'DRAFTING');
      const lines = await agreementLines(tx);
      const partyIds = file?.parties.map(({ orgId }) => orgId) ?? [];
      return {
        id,
        file,
        earlier: lines.filter(
          (one) => one.id !== id && one.standing !== 'DRAFTING' && one.standing !== 'WITHDRAWN',
        ),
        compared: file?.followsId ? await agreementFile(tx, file.followsId) : null,
        choices: drafting ? await draftChoices(tx, partyIds) : { orgs: [], posts: [] },
        mayDraft,
        maySettle: mayAgree(page.actor, 'end-agreement').ok,
        ownOrgId: mayAgree(page.actor, 'sign-agreement').ok ? (page.actor.post?.orgId ?? null) : null,
        today,
        earliestEnd: addDays(today, FEWEST_CONSULTATION_DAYS - 1),
        requestKey: page.newRequestKey(),
      };
    },
    { now: page.now },
  );
}

type Read<T> = { success: true; data: T } | { success: false; error: ZodError };
type Run = (tx: Tx) => Promise<Result<unknown>>;

const runs =
  <T>(read: Read<T>, command: (tx: Tx, input: T) => Promise<Result<unknown>>): Run =>
  async (tx) =>
    read.success
      ? command(tx, read.data)
      : refuse('agreements.say-what', { field: String(read.error.issues[0]?.path[0] ?? 'aims') });

/** What each button does with what was typed. */
function runOf(step: string, values: Record<string, string>, id: string): Run {
  const typed = { ...values, id, agreementId: id, step };
  switch (step) {
    case 'draft-agreement':
      return runs(draftAgreementForm.safeParse(typed), draftAgreement);
    case 'keep-party':
    case 'drop-party':
      return runs(draftPartyForm.safeParse(typed), draftParty);
    case 'keep-commitment':
    case 'drop-commitment':
      return runs(draftCommitmentForm.safeParse(typed), draftCommitment);
    case 'note-forum':
    case 'note-opinion':
    case 'answer-opinion':
      return runs(noteForumForm.safeParse(typed), noteForum);
    case 'sign-agreement':
      return runs(signAgreementForm.safeParse(typed), signAgreement);
    case 'leave-agreement':
      return runs(leaveAgreementForm.safeParse(typed), leaveAgreement);
    default:
      return runs(moveAgreementForm.safeParse(typed), moveAgreement);
  }
}

/** What was signed on paper, with the picture of the sheet. */
async function paperRun(form: FormData, values: Record<string, string>): Promise<Run> {
  const file = form.get('scan');
  if (!(file instanceof File) || file.size === 0)
    return async () => refuse('agreements.scan-missing', { field: 'scan' });
  const scan = await makePicture(new Uint8Array(await file.arrayBuffer()), 'scan');
  if (!scan.ok) return async () => scan;
  return runs(paperSignatureForm.safeParse(values), (tx, input) =>
    recordPaperSignature(tx, input, scan.value),
  );
}

/** Keeps a draft, takes the agreement a step further, signs it or gives notice. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { services, actor, now } = pageOf(context);
  const form = await request.formData();
  const id = params.id ?? '';
  if (!isUuid(id)) throw notFound();
  const step = textOf(form, 'do');
  const values = typedValues(form);
  const requestKey = requestKeyFor(services.vault, textOf(form, 'requestKey'), JSON.stringify(values));
  const options = { now, requestKey, command: `agreements.${step || 'step'}` };
  const run =
    step === 'record-paper-signature' ? await paperRun(form, { ...values, id }) : runOf(step, values, id);
  const done = await runCommand(services.database, actor, run, options);
  if (!done.ok) return formAgain(done.refusal, form);
  const dropped = step === 'withdraw-agreement';
  return seeOther(dropped ? '/desk/agreement' : `/desk/agreement/${id}`);
}
