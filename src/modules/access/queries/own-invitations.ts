import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
import { ownInvitationRows } from '../store/own-invitations.ts';

/** Links by which a person was let in as staff. */
export async function personalDataOf(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  return [{ kind: 'invitations', rows: await ownInvitationRows(tx, personId) }];
}
