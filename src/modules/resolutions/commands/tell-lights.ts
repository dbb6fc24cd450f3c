import { dateKey, shanghai } from '#kernel/work-calendar.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { DECISION_EVENTS } from '#modules/matters/contract.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Light, RESOLUTION_EVENTS, RESOLUTION_SUBJECTS } from '../contract.ts';
import { lightOf } from '../rules/lights.ts';
import { mattersOf } from '../store/linked.ts';
import type { ActionWithResolution } from '../store/resolutions.ts';
import { markAction, notTakenOn, unreadToday } from '../store/told.ts';
import { actionData, tellOf } from './steps/flow-back.ts';

/** Lights are read at nine in the morning: nobody is reminded at midnight. */
const READ_AT = 9 * 60;
const AT_ONCE = 50;

const KINDS = {
  YELLOW: RESOLUTION_EVENTS.dueSoon,
  ORANGE: RESOLUTION_EVENTS.overdue,
  RED: RESOLUTION_EVENTS.longOverdue,
} as const;
type Told = keyof typeof KINDS;
const RANK: Readonly<Record<Light, number>> = { DONE: 0, ON_TIME: 0, YELLOW: 1, ORANGE: 2, RED: 3 };
const isTold = (light: Light): light is Told => light in KINDS;

/**
 * Once a day, for every action under way: when its light has become worse, says so. Yellow reminds the organisation,
 * orange goes to the general branch, red to the street (§3.7), and the reporters of its matters are told. An
 * organisation that has said neither yes nor no in its time is told as soon as the time is over.
 *
 * @returns how many actions were looked at; call again until nothing is left.
 * @source domain brief §3.7 (督办 levels), §4.4
 */
export async function tellLights(tx: Tx): Promise<number> {
  const late = await notTakenOn(tx, AT_ONCE);
  for (const row of late) {
    await markAction(tx, row.id, { accept_overdue_told: true });
    await note(tx, RESOLUTION_EVENTS.acceptOverdue, row, await matterIdsOf(tx, row));
  }
  const today = dateKey(tx.now);
  if (tx.now < shanghai(today, READ_AT)) return late.length;
  const rows = await unreadToday(tx, today, AT_ONCE);
  for (const row of rows) await readLight(tx, row, today);
  return late.length + rows.length;
}

async function readLight(tx: Tx, row: ActionWithResolution, today: string): Promise<void> {
  const rules = await rulesVersion(tx, row.rules_version_id);
  const light = lightOf(
    { state: row.state, dueOn: row.due_on, reportedOn: row.submitted_at && dateKey(row.submitted_at) },
    today,
    await loadCalendar(tx),
    { warn: rules?.numbers.warnWorkdays ?? 0, red: rules?.numbers.redWorkdays ?? 0 },
  );
  const isWorse = isTold(light) && RANK[light] > RANK[(row.light_told ?? 'ON_TIME') as Light];
  await markAction(tx, row.id, { lights_read_on: today, ...(isWorse ? { light_told: light } : {}) });
  if (!isWorse || !isTold(light)) return;
  const matterIds = await matterIdsOf(tx, row);
  if (light === 'RED') await tellOf(tx, DECISION_EVENTS.late, row, matterIds);
  await note(tx, KINDS[light], row, matterIds);
  await tx.publicPagesChanged();
}

async function matterIdsOf(tx: Tx, row: ActionWithResolution): Promise<string[]> {
  return (await mattersOf(tx, [row.resolution_id])).map(({ matter_id }) => matter_id);
}

async function note(
  tx: Tx,
  kind: string,
  row: ActionWithResolution,
  matterIds: readonly string[],
): Promise<void> {
  await appendEvent(tx, {
    subjectKind: RESOLUTION_SUBJECTS.action,
    subjectId: row.id,
    kind,
    from: row.state,
    to: row.state,
    data: actionData(row, matterIds),
  });
}
