import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_EVENTS, AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
import type { MoveAgreement } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { agreementStep, signingMayOpen } from '../../rules/agreement/agreement-lifecycle.ts';
import { everybodyHeard } from '../../rules/agreement/heard.ts';
import { consultationFits } from '../../rules/procedure/rules-lifecycle.ts';
import { type AgreementRow, lockAgreement, partiesOf, updateAgreement } from '../../store/agreements.ts';
import { commitmentsOf, dropInstancesFrom, updateCommitments } from '../../store/commitments.ts';
import { heardSoFar } from './heard.part.ts';
import { sealOf } from './seal.part.ts';

const EVENTS = {
  'consult-agreement': AGREEMENT_EVENTS.consulted,
  'open-signing': AGREEMENT_EVENTS.signingOpened,
  'withdraw-agreement': AGREEMENT_EVENTS.withdrawn,
  'review-agreement': AGREEMENT_EVENTS.reviewed,
  'keep-agreement': AGREEMENT_EVENTS.kept,
  'end-agreement': AGREEMENT_EVENTS.ended,
} as const;

/**
 * Takes an agreement a step further: put before everybody; opened for signing with what was heard and what became of
 * it, from when on no word changes; given up; reviewed, and kept as it is; ended before its time with a reason, and
 * with it what nobody will owe any more.
 *
 * @returns refusals: not the general branch, for keeping and ending not its secretary; not possible in this state;
 *   too short a consultation; before it is over; somebody not heard or answered; fewer than two parties; changed meanwhile.
 * @source domain brief §4.5
 */
export async function moveAgreement(tx: Tx, input: MoveAgreement): Promise<Result<void>> {
  const may = mayAgree(tx.actor, input.step);
  if (!may.ok) return may;
  const row = await lockAgreement(tx, input.id);
  if (!row) return refuse('agreements.agreement-not-found');
  if (row.version !== input.version) return refuse('agreements.changed-meanwhile');
  const to = agreementStep(input.step, row.state);
  if (to === null) return refuse('agreements.agreement-step-impossible');
  const patch = await patchOf(tx, row, input);
  if (!patch.ok) return patch;
  await updateAgreement(tx, row.id, { ...patch.value, state: to });
  if (input.step === 'end-agreement') await endCommitments(tx, row.id);
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: row.id,
    kind: EVENTS[input.step],
    from: row.state,
    to,
    reason: input.step === 'end-agreement' ? input.reason : null,
    data: { label: row.label },
  });
  return ok();
}

/** What a step writes besides the state. */
async function patchOf(tx: Tx, row: AgreementRow, input: MoveAgreement): Promise<Result<object>> {
  const today = dateKey(tx.now);
  switch (input.step) {
    case 'consult-agreement': {
      const fits = consultationFits(today, input.until);
      return fits.ok ? ok({ consulted_from: today, consulted_until: input.until }) : fits;
    }
    case 'open-signing': {
      const parties = await partiesOf(tx, [row.id]);
      const may = signingMayOpen(today, row.consulted_until ?? today, parties.length);
      if (!may.ok) return may;
      const { forums, answers } = await heardSoFar(tx, row.id);
      const heard = everybodyHeard(forums, answers);
      if (!heard.ok) return heard;
      const { explanation } = input;
      return ok({ explanation, sealed: await sealOf(tx, { ...row, explanation }) });
    }
    case 'keep-agreement':
      return ok({ reviewed_on: today, review_note: input.note });
    case 'end-agreement':
      return ok({ ended_on: today, end_reason: input.reason });
    default:
      return ok({});
  }
}

async function endCommitments(tx: Tx, agreementId: string): Promise<void> {
  const open = (await commitmentsOf(tx, agreementId)).filter(
    ({ state }) => state === 'ACTIVE' || state === 'DRAFT',
  );
  const ids = open.map(({ id }) => id);
  await updateCommitments(tx, ids, { state: 'LAPSED' });
  await dropInstancesFrom(tx, ids, dateKey(tx.now));
}
