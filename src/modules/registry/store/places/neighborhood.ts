import type { Tx } from '#platform/db/database.ts';
import type { NeighborhoodProfile } from '../../contract.ts';

export async function neighborhoodRow(tx: Tx): Promise<NeighborhoodProfile | null> {
  const row = await tx
    .schema('registry')
    .selectFrom('registry.neighborhood')
    .select([
      'neighborhood_id as id',
      'code',
      'name_zh as nameZh',
      'name_en as nameEn',
      'stated_population as statedPopulation',
      'stated_party_members as statedPartyMembers',
      'stated_source as statedSource',
    ])
    .where('neighborhood_id', '=', tx.actor.neighborhoodId)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertNeighborhood(tx: Tx, profile: Omit<NeighborhoodProfile, 'id'>): Promise<void> {
  await tx
    .schema('registry')
    .insertInto('registry.neighborhood')
    .values({
      neighborhood_id: tx.actor.neighborhoodId,
      code: profile.code,
      name_zh: profile.nameZh,
      name_en: profile.nameEn,
      stated_population: profile.statedPopulation,
      stated_party_members: profile.statedPartyMembers,
      stated_source: profile.statedSource,
    })
    .execute();
}
