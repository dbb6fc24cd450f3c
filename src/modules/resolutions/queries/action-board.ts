import type { TwoNames } from '#modules/registry/contract.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PublicAction } from '../contract.ts';
import { openRows, struckOffCounts, struckOffRows } from '../store/resolutions.ts';
import { publicActions } from './action-views.ts';

const MOST_OPEN = 300;
const MOST_DONE = 40;

/** The supervision board: by organisation, never by person (domain brief §4.4). */
export type ActionBoard = {
  /** Organisations with actions under way, those with the worst light first. */
  readonly organisations: readonly {
    readonly org: TwoNames & { readonly id: string };
    readonly actions: readonly PublicAction[];
  }[];
  readonly done: readonly PublicAction[];
  /** Struck off in all, and by their day. */
  readonly counts: { readonly all: number; readonly inTime: number };
};

const WORST = ['RED', 'ORANGE', 'YELLOW', 'ON_TIME', 'DONE'];

/** What was resolved, who took it on and what came of it, for everybody. */
export async function actionBoard(tx: Tx): Promise<ActionBoard> {
  const open = await publicActions(tx, await openRows(tx, MOST_OPEN));
  const worst = (actions: readonly PublicAction[]) =>
    Math.min(...actions.map((action) => WORST.indexOf(action.light)));
  return {
    organisations: [...Map.groupBy(open, (action) => action.lead.id).values()]
      .map((actions) => ({ org: actions[0]!.lead, actions }))
      .sort((a, b) => worst(a.actions) - worst(b.actions)),
    done: await publicActions(tx, await struckOffRows(tx, MOST_DONE)),
    counts: await struckOffCounts(tx),
  };
}
