import { dateKey } from '#kernel/work-calendar.ts';
import { raisedBy } from '#modules/matters/facade.server.ts';
import { holdersOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ActionFacts, PublicAction } from '../contract.ts';
import { type Around, factsFrom } from '../rules/action-flags.ts';
import { answersOf, mattersOf, stillOpen, waitsOf } from '../store/linked.ts';
import type { ActionWithResolution } from '../store/resolutions.ts';

/** What is known around actions, for many at once. */
export async function aroundActions(tx: Tx, rows: readonly ActionWithResolution[]): Promise<Around> {
  const ids = rows.map((row) => row.id);
  const links = await mattersOf(tx, [...new Set(rows.map((row) => row.resolution_id))]);
  const raised = await raisedBy(tx, [...new Set(links.map(({ matter_id }) => matter_id))]);
  const of = (matterIds: readonly string[]) =>
    new Set(links.filter((link) => matterIds.includes(link.matter_id)).map((link) => link.resolution_id));
  const posts = [...new Set(rows.map((row) => row.post_id))];
  const holders = await holdersOf(tx, posts, dateKey(tx.now));
  return {
    holders: new Map([...holders].map(([post, { personId }]) => [post, personId])),
    waiting: new Set(stillOpen(await waitsOf(tx, ids)).map(({ action_id }) => action_id)),
    answers: (await answersOf(tx, ids)).map(({ action_id, report, answer, matter_id, answered_at }) => ({
      actionId: action_id,
      report,
      answer,
      matterId: matter_id,
      day: dateKey(answered_at),
    })),
    own: of(raised.byActor),
    askable: of(raised.askable),
  };
}

/** What has to be known of each of these actions, with the light it is shown with. */
export async function factsOfActions(
  tx: Tx,
  rows: readonly ActionWithResolution[],
  shown: readonly PublicAction[],
): Promise<Map<string, ActionFacts>> {
  const around = await aroundActions(tx, rows);
  const lights = new Map(shown.map(({ id, light }) => [id, light]));
  return new Map(
    rows.map((row) => [row.id, factsFrom(row, lights.get(row.id) ?? 'ON_TIME', around, tx.now)]),
  );
}
