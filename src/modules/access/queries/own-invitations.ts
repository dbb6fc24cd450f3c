import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
import { ownCardRows, ownInvitationRows, ownJoinRows, ownProxyRows } from '../store/own-invitations.ts';

/** How a person was let in: household card, asking, staff link; and who acts for whom. */
export async function personalDataOf(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const joins = await ownJoinRows(tx, personId);
  const proxies = await ownProxyRows(tx, personId);
  return [
    { kind: 'cards', rows: await ownCardRows(tx, personId) },
    {
      kind: 'joins',
      rows: joins.map(({ state, ...row }) => ({
        ...row,
        state: { code: state, words: `access.state.${state}` },
      })),
    },
    {
      kind: 'proxies',
      // What the person agreed to is theirs; a proxy sees only that they act.
      rows: proxies.map(({ text, ...row }) => (row.isPrincipal ? { ...row, text } : row)),
    },
    { kind: 'invitations', rows: await ownInvitationRows(tx, personId) },
  ];
}
