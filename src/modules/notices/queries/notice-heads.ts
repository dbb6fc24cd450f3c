import type { Tx } from '#platform/db/database.ts';
import { rowsByIds } from '../store/notices.ts';
import { objectorOf } from '../store/objections.ts';
import { publicByIds } from '../store/public-notices.ts';

/** What a line about a notice says, and whom it concerns. Every notice is public. */
export type NoticeHead = {
  readonly number: string;
  readonly title: string;
  /** Everywhere when there are none. */
  readonly estateIds: readonly string[];
  /** All of the estates when there are none. */
  readonly buildingIds: readonly string[];
  readonly emergency: boolean;
};

/** Works notices and public notices by id; unknown ids, and what is not out yet, are left out. */
export async function noticeHeads(tx: Tx, ids: readonly string[]): Promise<Map<string, NoticeHead>> {
  const works = await rowsByIds(tx, ids);
  const others = (await publicByIds(tx, ids)).filter(({ state }) => state !== 'SCHEDULED');
  return new Map<string, NoticeHead>([
    ...works.map(({ id, number, title, estate_id, building_ids, emergency }): [string, NoticeHead] => [
      id,
      { number, title, estateIds: [estate_id], buildingIds: building_ids, emergency },
    ]),
    ...others.map(
      ({ id, number, title, estate_ids, building_ids, emergency_reason }): [string, NoticeHead] => [
        id,
        {
          number,
          title,
          estateIds: estate_ids,
          buildingIds: building_ids,
          emergency: emergency_reason !== null,
        },
      ],
    ),
  ]);
}

/** Who objected, when they are known by an account or the register; for whoever tells them of the answer. */
export function whoObjected(tx: Tx, objectionId: string): Promise<string | null> {
  return objectorOf(tx, objectionId);
}
