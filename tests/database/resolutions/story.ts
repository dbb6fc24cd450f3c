import { randomUUID } from 'node:crypto';
import type { Actor } from '#kernel/actor.ts';
import { moveAction } from '#modules/resolutions/commands/move-action.ts';
import { recordResolution } from '#modules/resolutions/commands/record-resolution.ts';
import { recordForm, type StepInput, stepForm } from '#modules/resolutions/forms/resolutions.ts';
import { actionBoard } from '#modules/resolutions/queries/action-board.ts';
import { actionDetail } from '#modules/resolutions/queries/action-detail.ts';
import { resolutionPage } from '#modules/resolutions/queries/resolution-page.ts';
import { does, type SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

/** Thursday 2026-04-16 evening, when the ad hoc meeting ends. */
export const EVENING = new Date('2026-04-16T12:30:00Z');
/** Ten in the morning. */
export const on = (day: string) => new Date(`${day}T02:00:00Z`);

/** The days of one action: recorded, taken further step by step, looked at. */
export function storyOf(t: TestDatabase, n: SmallNeighborhood) {
  const action = (more = {}) => ({
    task: '开放滨江停车场一百二十个车位',
    postId: n.as.HO.post!.postId,
    due: '4月20日',
    measure: '首批住户停进去，居民回访',
    ...more,
  });
  const record = (actions: readonly object[], more = {}, actor: Actor = n.as.GB) =>
    does(
      t,
      actor,
      (tx) =>
        recordResolution(
          tx,
          recordForm.parse({
            id: randomUUID(),
            meeting: '4 月 16 日临时联席会议',
            resolvedOn: '2026-04-16',
            text: '施工期间向受影响住户免费开放滨江停车场。',
            actions,
            ...more,
          }),
        ),
      EVENING,
    );
  async function step(id: string, input: Record<string, unknown>, actor: Actor, day = '2026-04-17') {
    const { rows } = await t.ownerPool.query('select version from resolutions.action_item where id = $1', [
      id,
    ]);
    const read = stepForm.parse({ actionId: id, version: rows[0].version, ...input }) as StepInput;
    return does(t, actor, (tx) => moveAction(tx, read), on(day));
  }
  const look = <T>(actor: Actor, day: string, fn: Parameters<typeof t.database.inTransaction<T>>[1]) =>
    t.database.inTransaction<T>(actor, fn, { now: on(day) });
  return {
    action,
    record,
    step,
    whole: async (id: string, actor: Actor = n.as.GB, day = '2026-04-17') =>
      (await look(actor, day, (tx) => actionDetail(tx, id)))!,
    board: (day = '2026-04-17', actor: Actor = n.anonymous) => look(actor, day, (tx) => actionBoard(tx, 40)),
    page: (code: string, day = '2026-04-17', actor: Actor = n.anonymous) =>
      look(actor, day, (tx) => resolutionPage(tx, code)),
    /** Kinds of the events about one thing, in their order. */
    kinds: async (id: string): Promise<string[]> =>
      (
        await t.ownerPool.query('select kind from platform.event where subject_id = $1 order by seq', [id])
      ).rows.map(({ kind }) => kind),
  };
}
