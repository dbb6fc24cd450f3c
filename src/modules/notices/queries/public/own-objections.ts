import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
import { objectionsOf } from '../../store/objections.ts';
import { publicByIds } from '../../store/public-notices.ts';

/** What a person objected to notices, for "my data". */
export async function personalDataOf(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const rows = await objectionsOf(tx, personId);
  const notices = new Map(
    (
      await publicByIds(
        tx,
        rows.map((row) => row.notice_id),
      )
    ).map((one) => [one.id, one.number]),
  );
  return [
    {
      kind: 'objections',
      rows: rows.map((row) => ({
        at: row.made_at,
        notice: notices.get(row.notice_id) ?? '',
        objection: row.objection,
        answer: row.answer,
      })),
    },
  ];
}
