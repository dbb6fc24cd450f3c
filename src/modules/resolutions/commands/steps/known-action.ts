import { dateKey } from '#kernel/work-calendar.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { raisedBy } from '#modules/matters/facade.server.ts';
import { holdersOf } from '#modules/registry/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ActionFacts } from '../../contract.ts';
import { type Around, factsFrom } from '../../rules/action-flags.ts';
import { lightOf } from '../../rules/lights.ts';
import { answersOf, mattersOf, stillOpen, waitsOf } from '../../store/linked.ts';
import type { ActionWithResolution } from '../../store/resolutions.ts';

/** An action that is being taken further, with what is around it. */
export type Known = {
  readonly row: ActionWithResolution;
  readonly facts: ActionFacts;
  readonly around: Around;
  readonly matterIds: readonly string[];
  /** Matters it came from that the actor raised. */
  readonly ownMatterIds: readonly string[];
};

/** Gathers what has to be known of a locked action. */
export async function knownAction(tx: Tx, row: ActionWithResolution): Promise<Known> {
  const matterIds = (await mattersOf(tx, [row.resolution_id])).map(({ matter_id }) => matter_id);
  const raised = await raisedBy(tx, matterIds);
  const holder = await holderOf(tx, row.post_id);
  const answers = await answersOf(tx, [row.id]);
  const around: Around = {
    holders: new Map(holder ? [[row.post_id, holder]] : []),
    waiting: new Set(stillOpen(await waitsOf(tx, [row.id])).map(({ action_id }) => action_id)),
    answers: answers.map(({ action_id, report, answer, matter_id, answered_at }) => ({
      actionId: action_id,
      report,
      answer,
      matterId: matter_id,
      day: dateKey(answered_at),
    })),
    own: new Set(raised.byActor.length > 0 ? [row.resolution_id] : []),
    askable: new Set(raised.askable.length > 0 ? [row.resolution_id] : []),
  };
  const rules = await rulesVersion(tx, row.rules_version_id);
  const timed = {
    state: row.state,
    dueOn: row.due_on,
    reportedOn: row.submitted_at && dateKey(row.submitted_at),
  };
  const light = lightOf(timed, dateKey(tx.now), await loadCalendar(tx), {
    warn: rules?.numbers.warnWorkdays ?? 0,
    red: rules?.numbers.redWorkdays ?? 0,
  });
  const facts = factsFrom(row, light, around, tx.now);
  return { row, facts, around, matterIds, ownMatterIds: raised.byActor };
}

/** Who does the work of a post today, or null. */
export async function holderOf(tx: Tx, postId: string): Promise<string | null> {
  return (await holdersOf(tx, [postId], dateKey(tx.now))).get(postId)?.personId ?? null;
}
