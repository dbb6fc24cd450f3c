import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DeskAction } from '../../forms/desk-actions.ts';
import * as form from '../../forms/handling.ts';
import { changeConsent } from '../citizen/change-consent.ts';
import { reopenMatter } from '../citizen/reopen.ts';
import { endorseMatter, replyToHandlers, urgeMatter } from '../citizen/urge.ts';
import { askWithdrawal, decideWithdrawal } from '../citizen/withdrawal.ts';
import { answerFollowUp, recordFollowUp, takeFollowUp } from '../closing/follow-up.ts';
import { confirmExplanation, proposeExplanation, ruleOnRedo } from '../closing/rulings.ts';
import { addNote, correctEntry, hideText, linkExternal } from '../handling/add-note.ts';
import { recordContact } from '../handling/record-contact.ts';
import { recordVisit } from '../handling/record-visit.ts';
import { reportDone } from '../handling/report-done.ts';
import { decideExtension, requestExtension } from '../pace/extension.ts';
import { decideParking, endParking, requestParking } from '../pace/parking.ts';
import { resumeMatter, waitForExternal, waitForRequester } from '../pace/waiting.ts';
import { closeTrack, openTracks, updateTrack } from '../tracks/two-tracks.ts';
import { acceptMatter } from '../triage/accept-matter.ts';
import { acceptAssignment, assignMatter, returnAssignment, ruleOnReturn } from '../triage/assign-matter.ts';
import { appealDecline, declineMatter } from '../triage/decline-matter.ts';
import { mergeMatter } from '../triage/merge-matter.ts';
import {
  escalateMatter,
  flagChronic,
  setCoHandlers,
  setMatterRole,
  superviseMatter,
} from '../triage/people-on-matter.ts';
import { reclassifyMatter } from '../triage/reclassify-matter.ts';
import type { Changed } from './change-matter.ts';

/** A zod schema, as far as this file cares. */
type Schema<I> = {
  safeParse(
    raw: unknown,
  ):
    | { readonly success: true; readonly data: I }
    | { readonly success: false; readonly error: { readonly issues: readonly { path: PropertyKey[] }[] } };
};

/** What was typed, checked: ready to run, or the fields that are not right. */
export type Prepared =
  | { readonly ok: true; readonly run: (tx: Tx) => Promise<Result<Changed>> }
  | { readonly ok: false; readonly fields: readonly string[] };

type Prepare = (raw: Readonly<Record<string, unknown>>) => Prepared;

function act<I>(schema: Schema<I>, command: (tx: Tx, input: I) => Promise<Result<Changed>>): Prepare {
  return (raw) => {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return { ok: true, run: (tx) => command(tx, parsed.data) };
    const fields = parsed.error.issues.map((issue) => String(issue.path[0] ?? ''));
    return { ok: false, fields: [...new Set(fields)] };
  };
}

/** The command behind each action of the desk, with the schema of what it takes. */
export const ACTION_COMMANDS: Readonly<Record<DeskAction, Prepare>> = {
  accept: act(form.acceptForm, acceptMatter),
  decline: act(form.declineForm, declineMatter),
  'appeal-decline': act(form.appealForm, appealDecline),
  merge: act(form.mergeForm, mergeMatter),
  reclassify: act(form.reclassifyForm, reclassifyMatter),
  assign: act(form.assignForm, assignMatter),
  'accept-assignment': act(form.acceptAssignmentForm, acceptAssignment),
  'return-assignment': act(form.returnForm, returnAssignment),
  'rule-on-return': act(form.ruleOnReturnForm, ruleOnReturn),
  'record-contact': act(form.contactForm, recordContact),
  'add-note': act(form.noteForm, addNote),
  'record-visit': act(form.visitForm, recordVisit),
  'open-tracks': act(form.tracksForm, openTracks),
  'update-track': act(form.trackStepForm, updateTrack),
  'close-track': act(form.closeTrackForm, closeTrack),
  'set-roles': act(form.roleForm, setMatterRole),
  'add-co-handler': act(form.coHandlersForm, setCoHandlers),
  'wait-for-requester': act(form.waitForm, waitForRequester),
  'wait-for-external': act(form.waitForm, waitForExternal),
  resume: act(form.waitForm, resumeMatter),
  'request-extension': act(form.extensionForm, requestExtension),
  'decide-extension': act(form.decideForm, decideExtension),
  'request-parking': act(form.parkingForm, requestParking),
  'decide-parking': act(form.decideForm, decideParking),
  'end-parking': act(form.waitForm, endParking),
  supervise: act(form.superviseForm, superviseMatter),
  'flag-chronic': act(form.reasonForm, flagChronic),
  escalate: act(form.reasonForm, escalateMatter),
  'report-done': act(form.doneForm, reportDone),
  'take-follow-up': act(form.acceptForm, takeFollowUp),
  'record-follow-up': act(form.followUpForm, recordFollowUp),
  'answer-follow-up': act(form.answerForm, answerFollowUp),
  'rule-on-redo': act(form.ruleOnRedoForm, ruleOnRedo),
  'propose-explanation': act(form.explanationForm, proposeExplanation),
  'confirm-explanation': act(form.decideForm, confirmExplanation),
  reopen: act(form.reopenForm, reopenMatter),
  'ask-withdrawal': act(form.withdrawalForm, askWithdrawal),
  'decide-withdrawal': act(form.decideWithdrawalForm, decideWithdrawal),
  reply: act(form.replyForm, replyToHandlers),
  urge: act(form.urgeForm, urgeMatter),
  endorse: act(form.endorseForm, endorseMatter),
  'link-external': act(form.externalForm, linkExternal),
  'hide-text': act(form.reasonForm, hideText),
  'change-consent': act(form.consentForm, changeConsent),
  'correct-entry': act(form.correctEntryForm, correctEntry),
};
