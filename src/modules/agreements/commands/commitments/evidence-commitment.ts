import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { COMMITMENT_EVENTS, COMMITMENT_SUBJECT } from '../../contract/commitments.ts';
import type { EvidenceCommitment } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { mayEvidence } from '../../rules/commitments/instances.ts';
import { commitmentById, lockInstance, updateInstance } from '../../store/commitments.ts';

/**
 * The organisation says what it did. Late evidence is taken and stays late; what was sent back can be shown again.
 *
 * @returns refusals: of another organisation; before its time; counted by the program; settled already; changed meanwhile.
 * @source domain brief §4.5 (ACTIVE → EVIDENCED)
 */
export async function evidenceCommitment(tx: Tx, input: EvidenceCommitment): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'evidence-commitment');
  if (!may.ok) return may;
  const row = await lockInstance(tx, input.instanceId);
  const commitment = row && (await commitmentById(tx, row.commitment_id));
  const { post } = tx.actor;
  if (!row || !commitment || !post) return refuse('agreements.commitment-not-found');
  if (commitment.organisation_id !== post.orgId) return refuse('agreements.agreement-not-yours');
  if (commitment.measured_by !== null) return refuse('agreements.commitment-counted');
  if (row.version !== input.version) return refuse('agreements.changed-meanwhile');
  const today = dateKey(tx.now);
  const fits = mayEvidence({ state: row.state, fromDay: row.from_day, dueOn: row.due_on }, today);
  if (!fits.ok) return fits;
  await updateInstance(tx, row.id, {
    state: 'EVIDENCED',
    evidence: input.evidence,
    evidenced_on: today,
    evidenced_by_post_id: post.postId,
  });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: COMMITMENT_SUBJECT,
    subjectId: commitment.id,
    kind: COMMITMENT_EVENTS.evidenced,
    from: row.state,
    to: 'EVIDENCED',
    data: { instanceId: row.id, dueOn: row.due_on },
  });
  return ok();
}
