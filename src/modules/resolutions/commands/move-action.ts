import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { RESOLUTION_SUBJECTS } from '../contract.ts';
import type { StepInput } from '../forms/resolutions.ts';
import { mayStep } from '../permissions.ts';
import { actionLeadsTo, whyNotNow } from '../rules/action-lifecycle.ts';
import { readDueDay } from '../rules/lights.ts';
import { deleteWaits } from '../store/linked.ts';
import { type ActionRow, lockAction, updateAction } from '../store/resolutions.ts';
import { actionData, followActions, tellMatters } from './steps/flow-back.ts';
import { type Known, knownAction } from './steps/known-action.ts';
import { handedTo, settled, takenOn } from './steps/pass-action-on.ts';
import { split, waits } from './steps/split-action.ts';
import { answeredBySelf, answerRecorded, checked, missing } from './steps/verify-action.ts';

/**
 * Takes an action a step further: taken on or contested by the head of its organisation, evidence, checked by
 * another organisation and by who asked for it, struck off or returned, a later day asked for and decided, passed
 * on, blocked, split, made to wait, begun again. What concerns them is told to the matters it came from.
 *
 * @returns refusals: not there, not theirs, not by the doer's own organisation, not possible now and why, seen by
 *   somebody else first; a post that is not there, of another organisation or vacant; a day that is none.
 * @source domain brief §3.7, §4.4
 */
export async function moveAction(tx: Tx, input: StepInput): Promise<Result<void>> {
  const row = await lockAction(tx, input.actionId);
  if (!row) return refuse('resolutions.action-not-found');
  const known = await knownAction(tx, row);
  const refusal = mayStep(tx.actor, input.step, known.facts);
  if (refusal) return { ok: false, refusal };
  // Who asked for it answers whatever staff wrote meanwhile.
  const isResident = input.step === 'answer-as-requester';
  if (!isResident && row.version !== input.version) return refuse('resolutions.changed-meanwhile');
  const to = actionLeadsTo(input.step, known.facts);
  if (to === null) return notNow(tx, input, known);
  const patch = await patchOf(tx, known, input);
  if (!patch.ok) return patch;
  await updateAction(tx, row.id, { ...patch.value, state: to });
  await tx.publicPagesChanged();
  await followActions(tx, row.resolution_id);
  const after = { ...row, ...patch.value } as typeof row;
  await tellMatters(tx, input.step, after, known.matterIds);
  await appendEvent(tx, {
    subjectKind: RESOLUTION_SUBJECTS.action,
    subjectId: row.id,
    kind: `resolutions.${input.step}`,
    from: row.state,
    to,
    reason: 'reason' in input ? input.reason : null,
    data: actionData(after, known.matterIds),
  });
  return ok();
}

function notNow(tx: Tx, { step }: StepInput, known: Known): Result<void> {
  const wanting = step === 'strike-off' && known.row.state === 'VERIFYING' ? missing(tx, known) : null;
  return wanting ?? { ok: false, refusal: whyNotNow(step, known.facts) };
}

type Patch = Parameters<typeof updateAction>[2];

const NO_WISH = { wanted_due_on: null, wanted_because: null } as const;
/** A new day, or a new beginning, is told anew when its light changes. */
const UNTOLD = { light_told: null, street_said: null, street_said_at: null } as const;
const UNCHECKED = { check_how: null, check_said: null, checked_by_org_id: null } as const;

/** What a step writes besides the state. */
async function patchOf(tx: Tx, known: Known, input: StepInput): Promise<Result<Patch>> {
  const { row } = known;
  switch (input.step) {
    case 'accept-action':
      return takenOn(tx, row, input.postId);
    case 'contest-action':
    case 'block-action':
      return ok({ reason: input.reason });
    case 'return-action':
      return ok({ reason: input.reason, ...UNCHECKED });
    case 'unblock-action':
      return ok({ reason: null });
    case 'submit-action':
      return ok(reported(tx, row, input.evidence));
    case 'check-action':
      return ok(checked(tx, input));
    case 'answer-as-requester':
      return answeredBySelf(tx, known, input);
    case 'record-answer':
      return answerRecorded(tx, known, input);
    case 'strike-off':
      return ok({ struck_off_at: tx.now, verified_by_post_id: tx.actor.post?.postId ?? null });
    case 'reopen-action':
      return begunAgain(tx, row, input.due, input.reason);
    case 'ask-later':
      return wishOf(tx, row, input.due, input.reason);
    case 'grant-later':
      return ok({ due_on: row.wanted_due_on ?? row.due_on, ...NO_WISH, ...UNTOLD });
    case 'refuse-later':
      return ok({ ...NO_WISH, reason: input.reason });
    case 'transfer-action':
      return handedTo(tx, row, input.postId, input.reason);
    case 'settle-contest':
      return settled(tx, row, input.postId, input.reason);
    case 'supervise-action':
      return ok({ street_said: input.reason, street_said_at: tx.now });
    case 'split-action':
      return split(tx, known, input);
    case 'wait-for-action':
      return waits(tx, known, input.waitsFor);
    case 'stop-waiting':
      await deleteWaits(tx, row.id);
      return ok({ reason: input.reason });
  }
}

/** Reported done: what was checked and said of an earlier report belongs to that one. */
function reported(tx: Tx, row: ActionRow, evidence: string): Patch {
  const submitted_times = row.submitted_times + 1;
  return { evidence, submitted_at: tx.now, submitted_times, reason: null, ...NO_WISH, ...UNCHECKED };
}

/** What came undone begins again with a day of its own; how often is counted. */
async function begunAgain(tx: Tx, row: ActionRow, typed: string, reason: string): Promise<Result<Patch>> {
  const due = readDueDay(typed, dateKey(tx.now), await loadCalendar(tx), 'due');
  if (!due.ok) return due;
  const again = { due_on: due.value, reason, reopened_times: row.reopened_times + 1 };
  return ok({ ...again, struck_off_at: null, verified_by_post_id: null, ...UNTOLD, ...UNCHECKED });
}

/** A later day is asked for before the old one is over, not after (§3.8: before expiry, with a reason). */
async function wishOf(tx: Tx, row: ActionRow, typed: string, reason: string): Promise<Result<Patch>> {
  const today = dateKey(tx.now);
  const due = readDueDay(typed, today, await loadCalendar(tx), 'due');
  if (!due.ok) return due;
  if (due.value <= row.due_on)
    return refuse('resolutions.not-later', { field: 'due', params: { day: row.due_on } });
  return ok({ wanted_due_on: due.value, wanted_because: reason });
}
