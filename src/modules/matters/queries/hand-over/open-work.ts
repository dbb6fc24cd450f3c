import type { Tx } from '#platform/db/database.ts';
import { type OpenMatterRow, openMattersOfOrganisation } from '../../store/open-matters.ts';

/** A matter on a hand-over sheet. */
export type OpenMatter = Omit<OpenMatterRow, 'id'>;

/**
 * Open matters an organisation leads or helps with, for its hand-over sheet: codes, titles and dates, nothing of
 * who reported them. The two coordinators see any organisation's, everybody else their own.
 */
export async function openMattersOf(tx: Tx, orgId: string): Promise<OpenMatter[]> {
  const { role, post } = tx.actor;
  if (role !== 'RC' && role !== 'GB' && post?.orgId !== orgId) return [];
  return (await openMattersOfOrganisation(tx, orgId)).map(({ id: _id, ...matter }) => matter);
}
