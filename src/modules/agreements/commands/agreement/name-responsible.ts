import { ok, type Result, refuse } from '#kernel/result.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { AGREEMENT_EVENTS, AGREEMENT_SUBJECT } from '../../contract/agreement.ts';
import type { NameResponsible } from '../../forms/forums.ts';
import { mayAgree } from '../../permissions.ts';
import { agreementStep } from '../../rules/agreement/agreement-lifecycle.ts';
import { dutiesOf } from '../../rules/agreement/duties.ts';
import { lockAgreement, partiesOf } from '../../store/agreements.ts';
import { putResponsibility } from '../../store/responsibilities.ts';

/**
 * The head of a party names the post that answers for one of its duties, or another one. The text of the agreement
 * stays as it was signed.
 *
 * @returns refusals: not a head; not of a party, or of one that has left; the agreement is a draft or over; no such
 *   duty; a post of somebody else.
 * @source seed S13 (落实到有关部门和责任人)
 */
export async function nameResponsible(tx: Tx, input: NameResponsible): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'name-responsible');
  if (!may.ok) return may;
  const { post } = tx.actor;
  if (!post) return refuse('agreements.agreement-not-yours');
  const row = await lockAgreement(tx, input.agreementId);
  if (!row) return refuse('agreements.agreement-not-found');
  if (agreementStep('sign-agreement', row.state) === null) return refuse('agreements.not-open-for-signing');
  const party = (await partiesOf(tx, [row.id])).find((one) => one.organisation_id === post.orgId);
  if (!party || party.last_day !== null) return refuse('agreements.not-a-party');
  if (!dutiesOf(party.duties).some(({ line }) => line === input.line))
    return refuse('agreements.duty-not-found');
  const named = (await postsByIds(tx, [input.postId])).get(input.postId);
  if (named?.orgId !== post.orgId) return refuse('agreements.post-of-another', { field: 'postId' });
  await putResponsibility(tx, {
    agreement_id: row.id,
    organisation_id: post.orgId,
    duty_line: input.line,
    post_id: named.id,
    named_at: tx.now,
    named_by_post_id: post.postId,
  });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: AGREEMENT_SUBJECT,
    subjectId: row.id,
    kind: AGREEMENT_EVENTS.responsibleNamed,
    data: { organisationId: post.orgId, line: input.line, postId: named.id },
  });
  return ok();
}
