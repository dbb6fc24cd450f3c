import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { COMMITMENT_EVENTS, COMMITMENT_SUBJECT } from '../../contract/commitments.ts';
import type { JudgeCommitment } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { mayJudge } from '../../rules/commitments/instances.ts';
import { commitmentById, lockInstance, updateInstance } from '../../store/commitments.ts';

/**
 * Another organisation looks at what was shown: it confirms that the commitment was kept, or sends it back with what
 * is missing.
 *
 * @returns refusals: neither a head nor of the general branch or residents' committee; of the organisation that
 *   promised; nothing shown yet; sent back without a word; changed meanwhile.
 * @source domain brief §4.5 (EVIDENCED → CONFIRMED)
 */
export async function judgeCommitment(tx: Tx, input: JudgeCommitment): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'judge-commitment');
  if (!may.ok) return may;
  const row = await lockInstance(tx, input.instanceId);
  const commitment = row && (await commitmentById(tx, row.commitment_id));
  const { post } = tx.actor;
  if (!row || !commitment || !post) return refuse('agreements.commitment-not-found');
  if (row.version !== input.version) return refuse('agreements.changed-meanwhile');
  const fits = mayJudge(row.state, commitment.organisation_id, post.orgId);
  if (!fits.ok) return fits;
  const confirms = input.verdict === 'CONFIRM';
  if (!confirms && input.note === '') return refuse('agreements.why-sent-back', { field: 'note' });
  await updateInstance(tx, row.id, {
    state: confirms ? 'CONFIRMED' : 'ACTIVE',
    judged_at: tx.now,
    judged_by_org_id: post.orgId,
    judged_by_post_id: post.postId,
    judged_note: input.note,
  });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: COMMITMENT_SUBJECT,
    subjectId: commitment.id,
    kind: confirms ? COMMITMENT_EVENTS.confirmed : COMMITMENT_EVENTS.sentBack,
    from: row.state,
    to: confirms ? 'CONFIRMED' : 'ACTIVE',
    reason: input.note || null,
    data: { instanceId: row.id, dueOn: row.due_on },
  });
  return ok();
}
