import type { Tx } from '#platform/db/database.ts';
import { countsByDay } from '../../store/pace/in-time.ts';

/** Of an organisation on one day: how much fell due, and how much of it was in time. */
export type InTimeDay = {
  readonly orgId: string;
  /** `2026-06-30`, Asia/Shanghai. */
  readonly day: string;
  readonly inTime: number;
  readonly due: number;
};

/**
 * How organisations that lead matters kept to their deadlines, by the day those fell due and until now. `contact`: the
 * first contact with who reported (nobody can contact an anonymous reporter); `work`: done by the deadline, an agreed
 * extension included. Without what was declined, merged or withdrawn.
 *
 * @source domain brief §4.5 (commitments measured by Xieshou itself), §5
 */
export async function inTimeByDay(
  tx: Tx,
  orgIds: readonly string[],
  fromDay: string,
  untilDay: string,
): Promise<{ readonly contact: readonly InTimeDay[]; readonly work: readonly InTimeDay[] }> {
  if (orgIds.length === 0) return { contact: [], work: [] };
  return {
    contact: await countsByDay(tx, 'contact', orgIds, fromDay, untilDay),
    work: await countsByDay(tx, 'work', orgIds, fromDay, untilDay),
  };
}
