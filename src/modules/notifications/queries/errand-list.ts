import { maskName, maskPhone } from '#kernel/contact.ts';
import { type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { EstateNode, TwoNames } from '#modules/registry/contract.ts';
import { homesOf, peopleByIds, phoneOf, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { CHANNELS, type Channel, type ErrandOutcome, type Urgency } from '../contract.ts';
import { mayNotify } from '../permissions.ts';
import { doneErrands, type ErrandRow, openErrands } from '../store/errands.ts';
import { type News, newsOf } from './news.ts';

/** A building, or somebody's home in it. */
export type ErrandPlace = {
  readonly estate: TwoNames;
  readonly building: number | null;
  readonly room: string | null;
};

/** A poster, a call or a knock, as the desk sees it. */
export type ErrandLine = {
  readonly id: string;
  readonly channel: Channel;
  readonly urgency: Urgency;
  readonly news: News;
  /** Masked; null of a poster. */
  readonly name: string | null;
  readonly phone: string | null;
  /** Where the poster goes, or where they live. */
  readonly place: ErrandPlace | null;
  readonly madeAt: Date;
  readonly outcome: ErrandOutcome | null;
  readonly doneAt: Date | null;
};

const MOST = 500;
const MOST_DONE = 20;

/**
 * What is still to be carried out, and what was ticked off last. Names and numbers are masked.
 *
 * @returns refusal `notifications.not-yours`.
 */
export async function errandList(
  tx: Tx,
): Promise<Result<{ readonly open: readonly ErrandLine[]; readonly done: readonly ErrandLine[] }>> {
  if (mayNotify(tx.actor, 'do-errand')) return refuse('notifications.not-yours');
  return {
    ok: true,
    value: {
      open: await linesOf(tx, await openErrands(tx, MOST)),
      done: await linesOf(tx, await doneErrands(tx, MOST_DONE)),
    },
  };
}

async function linesOf(tx: Tx, rows: readonly ErrandRow[]): Promise<ErrandLine[]> {
  const news = await newsOf(tx, rows);
  const isPoster = (row: ErrandRow) => row.channel === 'POSTER';
  const people = await peopleByIds(
    tx,
    rows.filter((row) => !isPoster(row)).map((row) => row.target_id),
  );
  const tree = await placeTree(tx);
  const lines: ErrandLine[] = [];
  for (const [i, row] of rows.entries()) {
    const told = news[i];
    if (!told) continue;
    const name = people.get(row.target_id)?.name;
    const phone = row.channel === 'CALL' ? await phoneOf(tx, row.target_id) : null;
    lines.push({
      id: row.id,
      channel: row.channel,
      urgency: row.urgency as Urgency,
      news: told,
      name: name ? maskName(name) : null,
      phone: phone === null ? null : maskPhone(phone),
      place: await placeOf(tx, row, tree),
      madeAt: row.made_at,
      outcome: row.outcome,
      doneAt: row.done_at,
    });
  }
  return lines.sort((a, b) => CHANNELS.indexOf(a.channel) - CHANNELS.indexOf(b.channel));
}

async function placeOf(tx: Tx, row: ErrandRow, tree: readonly EstateNode[]): Promise<ErrandPlace | null> {
  if (row.channel === 'POSTER') {
    for (const estate of tree) {
      const building = estate.buildings.find(({ id }) => id === row.target_id);
      if (building) return { estate, building: building.number, room: null };
    }
    return null;
  }
  const home = (await homesOf(tx, row.target_id, dateKey(tx.now)))[0];
  if (!home) return null;
  return { estate: home.estate, building: home.building?.number ?? null, room: home.unit?.room ?? null };
}
