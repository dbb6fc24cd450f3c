import type { Insertable, Selectable } from 'kysely';
import type { DB } from '#db/types.gen.ts';
import type { Tx } from '#platform/db/database.ts';

type ResponsibilityRow = Selectable<DB['agreements.responsibility']>;

/** Which posts were named for the duties of an agreement. */
export function responsibilitiesOf(tx: Tx, agreementId: string): Promise<ResponsibilityRow[]> {
  return tx
    .schema('agreements')
    .selectFrom('agreements.responsibility')
    .selectAll()
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .where('agreement_id', '=', agreementId)
    .execute();
}

/** Names the post for one duty, in the place of the one named before. */
export async function putResponsibility(
  tx: Tx,
  row: Omit<Insertable<DB['agreements.responsibility']>, 'neighborhood_id'>,
): Promise<void> {
  const { post_id, named_at, named_by_post_id } = row;
  await tx
    .schema('agreements')
    .insertInto('agreements.responsibility')
    .values({ ...row, neighborhood_id: tx.actor.neighborhoodId })
    .onConflict((conflict) =>
      conflict
        .columns(['neighborhood_id', 'agreement_id', 'organisation_id', 'duty_line'])
        .doUpdateSet({ post_id, named_at, named_by_post_id }),
    )
    .execute();
}
