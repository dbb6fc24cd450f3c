import type { TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PublicAction } from '../contract.ts';
import { byUrgency, type Tally, tallyOf } from '../rules/tally.ts';
import { openRows, struckOffCounts, struckOffRows } from '../store/resolutions.ts';
import { publicActions } from './action-views.ts';

const MOST_OPEN = 300;

/** An organisation on the board, with what it has under way. */
export type OrganisationOnBoard = {
  readonly org: TwoNames & { readonly id: string };
  readonly tally: Tally;
  readonly actions: readonly PublicAction[];
};

/** The supervision board: by organisation, never by person (domain brief §4.4). */
export type ActionBoard = {
  /** Organisations with actions under way, those with the worst light first. */
  readonly organisations: readonly OrganisationOnBoard[];
  /** Organisations whose actions are all struck off. */
  readonly allDone: readonly OrganisationOnBoard[];
  readonly done: readonly PublicAction[];
  /** Struck off in all, and by their day. */
  readonly counts: { readonly all: number; readonly inTime: number };
};

/**
 * What was resolved, who took it on and what came of it, for everybody.
 *
 * @param mostDone how many of those struck off are listed, the last ones.
 */
export async function actionBoard(tx: Tx, mostDone = 0): Promise<ActionBoard> {
  const open = Map.groupBy(await publicActions(tx, await openRows(tx, MOST_OPEN)), (one) => one.lead.id);
  const done = await struckOffCounts(tx);
  const ids = [...new Set([...open.keys(), ...done.keys()])];
  const names = await organisationsByIds(tx, ids);
  const all = ids
    .map((id): OrganisationOnBoard => {
      const actions = open.get(id) ?? [];
      const lights = actions.map(({ light }) => light);
      const org = names.get(id);
      return {
        org: { id, nameZh: org?.nameZh ?? '—', nameEn: org?.nameEn ?? '—' },
        tally: tallyOf(lights, done.get(id) ?? { all: 0, inTime: 0 }),
        actions,
      };
    })
    .toSorted((a, b) => byUrgency(a.tally, b.tally) || a.org.nameZh.localeCompare(b.org.nameZh, 'zh-CN'));
  const sum = (pick: (counts: { all: number; inTime: number }) => number) =>
    [...done.values()].reduce((total, counts) => total + pick(counts), 0);
  return {
    organisations: all.filter(({ actions }) => actions.length > 0),
    allDone: all.filter(({ actions }) => actions.length === 0),
    done: await publicActions(tx, mostDone === 0 ? [] : await struckOffRows(tx, mostDone)),
    counts: { all: sum(({ all }) => all), inTime: sum(({ inTime }) => inTime) },
  };
}
