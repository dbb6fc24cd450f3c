import type { Level } from '#modules/matters/contract.ts';
import type { Place, TwoNames } from '#modules/registry/contract.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { ENDED, type EscalationState, type Forum, type Trigger } from '../contract.ts';
import { readsEscalations } from '../permissions.ts';
import { type Clock, clocksOf, type Wait, waitsFor } from '../rules/clocks.ts';
import { endedRows, openRows, triggersOfAll } from '../store/escalations.ts';
import { isOver, type ReadEscalation, readable } from './known-escalations.ts';

const MOST_OPEN = 300;
const MOST_ENDED = 30;

/** What climbed, in a line. */
export type ListedEscalation = {
  readonly id: string;
  readonly state: EscalationState;
  readonly forum: Forum | null;
  readonly triggers: readonly Trigger[];
  readonly code: string;
  /** Empty when its text is hidden. */
  readonly title: string;
  readonly level: Level;
  readonly place: Place;
  readonly lead: TwoNames | null;
  readonly proposedAt: Date;
  readonly endedAt: Date | null;
  readonly clocks: readonly Clock[];
  /** Organisations that were asked and have not answered. */
  readonly unanswered: readonly TwoNames[];
  /** `R-2026-09` */
  readonly resolutions: readonly string[];
  readonly waits: Wait | null;
};

export type EscalationList = {
  readonly waiting: readonly ListedEscalation[];
  readonly underWay: readonly ListedEscalation[];
  readonly tracking: readonly ListedEscalation[];
  readonly ended: readonly ListedEscalation[];
};

/** What climbed, as the reader's post sees it: first what waits for them. Null: not theirs to read. */
export async function escalationList(tx: Tx): Promise<EscalationList | null> {
  if (readsEscalations(tx.actor) === 'none') return null;
  const rows = [...(await openRows(tx, MOST_OPEN)), ...(await endedRows(tx, MOST_ENDED))];
  const listed = await lines(tx, await readable(tx, rows));
  const rest = listed.filter(({ waits, state }) => waits === null && !ENDED.includes(state));
  const isTracked = ({ state }: ListedEscalation) => state === 'DECIDED' || state === 'TRACKING';
  return {
    waiting: listed.filter(({ waits }) => waits !== null).toSorted(byClock),
    underWay: rest.filter((one) => !isTracked(one)).toSorted(byClock),
    tracking: rest.filter(isTracked),
    ended: listed.filter(({ state }) => ENDED.includes(state)),
  };
}

/** How much of it waits for the reader. */
export async function escalationsWaiting(tx: Tx): Promise<number> {
  if (readsEscalations(tx.actor) === 'none') return 0;
  return (await readable(tx, await openRows(tx, MOST_OPEN))).filter(
    ({ facts, row, whistles, matter }) =>
      waitsFor(tx.actor, facts, row, whistles, { now: tx.now, matterIsOver: isOver(matter) }) !== null,
  ).length;
}

const byClock = (a: ListedEscalation, b: ListedEscalation): number =>
  (a.clocks[0]?.dueAt.getTime() ?? Number.POSITIVE_INFINITY) -
    (b.clocks[0]?.dueAt.getTime() ?? Number.POSITIVE_INFINITY) || +a.proposedAt - +b.proposedAt;

async function lines(tx: Tx, found: readonly ReadEscalation[]): Promise<ListedEscalation[]> {
  const why = Map.groupBy(
    await triggersOfAll(
      tx,
      found.map(({ row }) => row.id),
    ),
    (one) => one.escalation_id,
  );
  const orgs = await organisationsByIds(
    tx,
    found.flatMap(({ matter, whistles }) => [matter.leadOrgId ?? [], whistles.map((w) => w.org_id)].flat()),
  );
  return found.map(({ row, matter, whistles, decisions, facts }) => ({
    id: row.id,
    state: row.state,
    forum: row.forum,
    triggers: [...new Set((why.get(row.id) ?? []).map(({ trigger }) => trigger))],
    code: matter.code,
    title: matter.title,
    level: matter.level,
    place: matter.place,
    lead: (matter.leadOrgId && orgs.get(matter.leadOrgId)) || null,
    proposedAt: row.proposed_at,
    endedAt: row.ended_at,
    clocks: clocksOf(row, whistles, isOver(matter)),
    unanswered: whistles
      .filter(({ state }) => state === 'SENT' || state === 'ACKNOWLEDGED')
      .flatMap(({ org_id }) => orgs.get(org_id) ?? []),
    resolutions: decisions.flatMap(({ code }) => code ?? []),
    waits: waitsFor(tx.actor, facts, row, whistles, { now: tx.now, matterIsOver: isOver(matter) }),
  }));
}
