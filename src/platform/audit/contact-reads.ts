import type { Tx } from '#platform/db/database.ts';

/** Writes down that somebody saw how to reach a person, and why; kept as long as the events (domain brief §3.12). */
export async function logContactRead(
  tx: Tx,
  subject: { readonly kind: string; readonly id: string },
  reason: string,
): Promise<void> {
  await tx
    .schema('platform')
    .insertInto('platform.contact_read')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      id: tx.newId(),
      at: tx.now,
      reader_person_id: tx.actor.personId,
      reader_post_id: tx.actor.post?.postId ?? null,
      subject_kind: subject.kind,
      subject_id: subject.id,
      reason,
    })
    .execute();
}
