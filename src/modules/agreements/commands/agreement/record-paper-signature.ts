import { type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { headOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Picture } from '#platform/files/pictures.ts';
import { storePicture } from '#platform/files/stored-pictures.ts';
import { SIGNATURE_SUBJECT } from '../../contract/agreement.ts';
import type { PaperSignature } from '../../forms/agreement.ts';
import { mayAgree } from '../../permissions.ts';
import { putSignature } from './put-signature.part.ts';

/**
 * The general branch lays before the program what the head of an organisation signed on paper: the picture of the
 * sheet is kept and shown at the desk alone. It counts like any other signature.
 *
 * @returns refusals: not the general branch; the organisation has no head today who could have signed; those of
 *   `putSignature`.
 * @source domain brief §4.5 (scan of wet signature)
 */
export async function recordPaperSignature(
  tx: Tx,
  input: PaperSignature,
  scan: Picture,
): Promise<Result<void>> {
  const may = mayAgree(tx.actor, 'record-paper-signature');
  if (!may.ok) return may;
  const { post } = tx.actor;
  if (!post) return refuse('agreements.agreement-not-yours');
  const signer = await headOf(tx, input.organisationId, dateKey(tx.now));
  if (!signer) return refuse('agreements.nobody-could-sign', { field: 'organisationId' });
  return putSignature(tx, {
    agreementId: input.id,
    sealed: input.sealed,
    reservation: input.reservation,
    orgId: input.organisationId,
    personId: signer.personId,
    postId: signer.postId,
    paper: {
      recordedByPostId: post.postId,
      keepScan: (id) => storePicture(tx, { kind: SIGNATURE_SUBJECT, id }, scan),
    },
  });
}
