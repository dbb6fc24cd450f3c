import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
import { ownDataRows, ownEndorsementRows, ownFilterRows } from '../../store/own-data.ts';

/** Ids of the matters a person raised; for the log of who saw how to reach them. */
export async function matterIdsOf(tx: Tx, personId: string): Promise<string[]> {
  return (await ownDataRows(tx, personId)).map(({ id }) => id);
}

/** What matters hold about a person: their reports with what was kept of them, and where they said "we too". */
export async function personalDataOf(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const matters = await ownDataRows(tx, personId);
  const endorsed = await ownEndorsementRows(tx, personId);
  return [
    {
      kind: 'matters',
      rows: matters.map(
        ({
          id: _id,
          complainedOrgId: _org,
          phoneCipher,
          channel,
          category,
          status,
          satisfaction,
          ...row
        }) => ({
          ...row,
          phone: phoneCipher === null ? null : tx.vault.decrypt(phoneCipher),
          channel: { code: channel, words: `matters.channel.${channel}` },
          category: { code: category, words: `category.${category}` },
          status: { code: status, words: `matters.status.${status}` },
          satisfaction:
            satisfaction === null
              ? null
              : { code: String(satisfaction), words: `matters.satisfaction.${satisfaction}` },
        }),
      ),
    },
    {
      kind: 'endorsements',
      rows: endorsed.map(({ at, category }) => ({
        at,
        category: { code: category, words: `category.${category}` },
      })),
    },
    { kind: 'filters', rows: await ownFilterRows(tx, personId) },
  ];
}
