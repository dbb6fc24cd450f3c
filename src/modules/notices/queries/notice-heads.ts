import type { Tx } from '#platform/db/database.ts';
import { rowsByIds } from '../store/notices.ts';

/** What a line about a notice says, and whom it concerns. Every notice is public. */
export type NoticeHead = {
  readonly number: string;
  readonly title: string;
  readonly estateId: string;
  /** All of the estate when there are none. */
  readonly buildingIds: readonly string[];
  readonly emergency: boolean;
};

/** Notices by id; unknown ids are left out. */
export async function noticeHeads(tx: Tx, ids: readonly string[]): Promise<Map<string, NoticeHead>> {
  return new Map(
    (await rowsByIds(tx, ids)).map((row) => [
      row.id,
      {
        number: row.number,
        title: row.title,
        estateId: row.estate_id,
        buildingIds: row.building_ids,
        emergency: row.emergency,
      },
    ]),
  );
}
