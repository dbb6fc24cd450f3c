import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SignAgreement } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { putSignature } from './put-signature.part.ts';

/**
 * The head of an organisation signs for it, with an annex where it does not agree.
 *
 * @returns refusals: not a head; those of `putSignature`.
 * @source seed S12; domain brief §4.5 (electronic signature log)
 */
export async function signAgreement(tx: Tx, input: SignAgreement): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'sign-agreement');
  if (!may.ok) return may;
  const { post, personId } = tx.actor;
  if (!post || !personId) return refuse('agreements.agreement-not-yours');
  const { id, sealed, reservation } = input;
  const { orgId, postId } = post;
  return putSignature(tx, { agreementId: id, sealed, reservation, orgId, postId, personId });
}
