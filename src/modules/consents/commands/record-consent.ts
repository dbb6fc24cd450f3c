import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  type Consent,
  type ConsentState,
  type ConsentWay,
  PURPOSE_RULES,
  type Purpose,
} from '../contract.ts';
import { consentRowsAbout, insertConsent } from '../store/consents.ts';

export type RecordConsent = {
  readonly purpose: Purpose;
  readonly subjectId: string;
  readonly state: ConsentState;
  /** Whose consent it is; null for somebody who is not registered. */
  readonly personId: string | null;
  readonly how: ConsentWay;
  /** For purposes that name a receiver (PIPL art. 23). */
  readonly receiverOrgId?: string | null;
  /** For a consent that staff take down: the post of the second person who was there. */
  readonly witnessPostId?: string | null;
  /** Taken down together with the report itself, on the telephone or from a form: that is the evidence. */
  readonly withReport?: boolean;
};

/**
 * Adds to the history of a consent. The module whose subject it is decides who may, keeps its own column in
 * step and writes the event, all in the same transaction.
 *
 * @returns whether anything changed: given again is one consent. Refusals: a receiver or a witness is missing.
 * @source PIPL art. 14, 15, 23, 25
 */
export async function recordConsent(tx: Tx, input: RecordConsent): Promise<Result<{ changed: boolean }>> {
  const rule = PURPOSE_RULES[input.purpose];
  const byStaff = input.how === 'SPOKEN' || input.how === 'PAPER';
  const receiver = input.receiverOrgId ?? null;
  const witness = input.witnessPostId ?? null;
  if (input.state === 'GIVEN' && rule.namesReceiver && receiver === null)
    return refuse('consents.receiver-missing', { source: 'PIPL art. 23' });
  // Giving needs a second person who heard it; taking back needs nobody's witness.
  const needsWitness = input.state === 'GIVEN' && byStaff && input.withReport !== true;
  if (needsWitness && (witness === null || witness === tx.actor.post?.postId))
    return refuse('consents.witness-missing', { field: 'witnessPostId', source: 'PIPL art. 14' });
  const history = await consentRowsAbout(tx, rule.subjectKind, input.subjectId);
  const last = history.findLast((one) => one.purpose === input.purpose);
  if (!isNews(input.state, receiver, last)) return ok({ changed: false });
  await insertConsent(tx, {
    subject_kind: rule.subjectKind,
    subject_id: input.subjectId,
    purpose: input.purpose,
    number: (last?.number ?? 0) + 1,
    state: input.state,
    at: tx.now,
    person_id: input.personId,
    how: input.how,
    receiver_org_id: receiver,
    wording: rule.wording,
    recorded_by_person_id: byStaff ? tx.actor.personId : null,
    recorded_by_post_id: byStaff ? (tx.actor.post?.postId ?? null) : null,
    witness_post_id: byStaff ? witness : null,
  });
  return ok({ changed: true });
}

function isNews(state: ConsentState, receiver: string | null, last: Consent | undefined): boolean {
  if (state !== 'GIVEN') return last?.state === 'GIVEN';
  return last?.state !== 'GIVEN' || last.receiverOrgId !== receiver;
}
