import { redact } from '#kernel/personal-data.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { StepInput } from '../../forms/resolutions.ts';
import { verdictFor } from '../../rules/action-flags.ts';
import type { Verdict } from '../../rules/verification.ts';
import { insertAnswer } from '../../store/linked.ts';
import type { updateAction } from '../../store/resolutions.ts';
import type { Known } from './known-action.ts';

type Patch = Parameters<typeof updateAction>[2];
type Said<Step extends StepInput['step']> = Extract<StepInput, { step: Step }>;

/** Another organisation has looked at what was reported: on the spot, or at what was handed in. */
export function checked(tx: Tx, input: Said<'check-action'>): Patch {
  return {
    check_how: input.how,
    check_said: input.said,
    checked_by_org_id: tx.actor.post?.orgId ?? null,
  };
}

/** Who asked for it says themselves how it was done. */
export async function answeredBySelf(
  tx: Tx,
  known: Known,
  input: Said<'answer-as-requester'>,
): Promise<Result<Patch>> {
  if (input.answer === 'DISAGREES' && !input.said)
    return refuse('resolutions.say-what-is-missing', { field: 'said' });
  for (const matterId of known.ownMatterIds) {
    await insertAnswer(tx, { ...answerRow(tx, known, input), how: 'SELF', matter_id: matterId });
  }
  return ok({});
}

/** Somebody of another organisation has asked who asked for it, and writes down what they said. */
export async function answerRecorded(
  tx: Tx,
  known: Known,
  input: Said<'record-answer'>,
): Promise<Result<Patch>> {
  if (!known.around.askable.has(known.row.resolution_id)) return refuse('resolutions.nobody-to-ask');
  if (input.answer === 'DISAGREES' && !input.said)
    return refuse('resolutions.say-what-is-missing', { field: 'said' });
  const by_post_id = tx.actor.post?.postId ?? null;
  await insertAnswer(tx, { ...answerRow(tx, known, input), how: input.how, by_post_id });
  return ok({});
}

function answerRow(tx: Tx, { row }: Known, { answer, said }: Pick<Said<'record-answer'>, 'answer' | 'said'>) {
  return {
    id: tx.newId(),
    action_id: row.id,
    report: row.submitted_times,
    answer,
    // Kept without phones, plates and rooms: whoever checks reads it, and needs none of them.
    said: redact(said) || null,
    answered_at: tx.now,
  };
}

const MISSING: Readonly<Record<Exclude<Verdict, 'COMPLETE'>, () => Result<never>>> = {
  NOT_CHECKED: () => refuse('resolutions.not-checked', { source: 'DOMAIN §4.4' }),
  REQUESTER_NOT_ASKED: () => refuse('resolutions.requester-not-asked', { source: 'DOMAIN §3.7' }),
  REQUESTER_SAYS_NO: () => refuse('resolutions.requester-says-no', { source: 'DOMAIN §3.7' }),
  NEEDS_A_LOOK: () => refuse('resolutions.needs-a-look', { source: 'DOMAIN §3.7' }),
};

/** Why a checked action may not be struck off yet; null when nothing is missing. */
export function missing(tx: Tx, { row, around }: Known): Result<never> | null {
  const verdict = verdictFor(row, around, tx.now);
  return verdict === 'COMPLETE' ? null : MISSING[verdict]();
}
