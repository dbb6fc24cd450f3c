import type { Actor } from '#kernel/actor.ts';
import { systemActor } from '#kernel/actor.ts';
import { moveEscalation } from '#modules/escalations/commands/move-escalation.ts';
import { moveWhistle } from '#modules/escalations/commands/move-whistle.ts';
import { tellWaiting } from '#modules/escalations/commands/program/tell-waiting.ts';
import { proposeEscalation } from '#modules/escalations/commands/propose-escalation.ts';
import { stepForm, whistleForm } from '#modules/escalations/forms/escalations.ts';
import { subscriptions } from '#modules/escalations/subscriptions.server.ts';
import { progress } from '#modules/matters/queries/resident/progress.ts';
import { readOn } from '#platform/outbox/subscription.ts';
import { does, type SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

/** `2026-04-15 10:20` in Shanghai. */
export const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

type Row = { readonly id: string; readonly state: string; readonly version: number } & Record<
  string,
  unknown
>;

/** Steps people take with what climbed, and with whistles. */
function stepsOf(t: TestDatabase, n: SmallNeighborhood, one: (sql: string, id: string) => Promise<Row>) {
  return {
    step: async (id: string, step: string, more = {}, actor: Actor = n.as.GB, now: Date = t.clock.now) => {
      const { version } = await one('select version from escalations.escalation where id = $1', id);
      const input = stepForm.parse({ escalationId: id, version, step, text: '说明一句', ...more });
      return does(t, actor, (tx) => moveEscalation(tx, input), now);
    },
    propose: (matter: string) =>
      does(t, n.as.RC, (tx) =>
        proposeEscalation(tx, { matter, trigger: 'LEAD_DISPUTE', said: '几家都说不归自己' }),
      ),
    whistles: async (id: string): Promise<Row[]> =>
      (
        await t.ownerPool.query(
          'select * from escalations.whistle where escalation_id = $1 order by sent_at, id',
          [id],
        )
      ).rows,
    blow: async (id: string, step: string, actor: Actor, more = {}, now: Date = t.clock.now) => {
      const { version } = await one('select version from escalations.whistle where id = $1', id);
      const input = whistleForm.parse({ whistleId: id, version, step, text: '说明一句', ...more });
      return does(t, actor, (tx) => moveWhistle(tx, input), now);
    },
  };
}

/** What becomes of matters that climb: news heard, steps taken, things told, rows looked at. */
export function climbingOf(t: TestDatabase, n: SmallNeighborhood) {
  const one = async (sql: string, id: string): Promise<Row> => (await t.ownerPool.query(sql, [id])).rows[0];
  const row = (id: string) => one('select * from escalations.escalation where id = $1', id);
  return {
    row,
    /** Lets the worker read the log to its end. */
    hear: async (now: Date = t.clock.now) => {
      for (const subscription of subscriptions)
        while ((await readOn(t.database, n.id, subscription, now)) > 0);
    },
    /** Lets the worker say what should have happened by now. */
    wait: async (now: Date) => {
      while ((await t.database.inTransaction(systemActor(n.id), tellWaiting, { now })) > 0);
    },
    /** The last escalation of a matter. */
    of: (matterId: string) =>
      one(
        'select * from escalations.escalation where matter_id = $1 order by proposed_at desc limit 1',
        matterId,
      ),
    count: async (matterId: string): Promise<number> =>
      (await t.ownerPool.query('select 1 from escalations.escalation where matter_id = $1', [matterId])).rows
        .length,
    triggers: async (id: string): Promise<string[]> =>
      (
        await t.ownerPool.query(
          'select trigger from escalations.trigger where escalation_id = $1 order by trigger',
          [id],
        )
      ).rows.map(({ trigger }) => trigger),
    ...stepsOf(t, n, one),
    /** Kinds of the events about an escalation, without the module's name. */
    kinds: async (id: string): Promise<string[]> =>
      (
        await t.ownerPool.query('select kind from platform.event where subject_id = $1 order by seq', [id])
      ).rows.map(({ kind }) => kind.slice('escalations.'.length)),
    /** What the reporter reads of the climb. */
    told: async (code: string, reporter: Actor = n.residents[0]!) =>
      (await t.database.inTransaction(reporter, (tx) => progress(tx, code, false), {
        now: t.clock.now,
      }))!.timeline
        .filter((entry) => /^(climb|decision)-/.test(entry.key))
        .map(({ key, org, text, day }) => [key, org?.nameZh ?? null, text, day]),
  };
}
export type Climbing = ReturnType<typeof climbingOf>;
