import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { OVER } from '../../contract.ts';
import type { StepInput } from '../../forms/resolutions.ts';
import { readDueDay } from '../../rules/lights.ts';
import { makesCircle, readActionName } from '../../rules/waiting.ts';
import { allWaits, insertWait } from '../../store/linked.ts';
import {
  actionByName,
  actionsOfResolution,
  insertAction,
  type updateAction,
} from '../../store/resolutions.ts';
import type { Known } from './known-action.ts';

type Patch = Parameters<typeof updateAction>[2];
type Said<Step extends StepInput['step']> = Extract<StepInput, { step: Step }>;

/**
 * Part of it is done (domain brief §4.4: partial completion): the action keeps that part and goes on to be checked;
 * the rest becomes an action of its own, in the same hands. A day later than the old one is the general branch's to
 * give.
 */
export async function split(tx: Tx, { row }: Known, input: Said<'split-action'>): Promise<Result<Patch>> {
  const due = readDueDay(input.due, dateKey(tx.now), await loadCalendar(tx), 'due');
  if (!due.ok) return due;
  if (due.value > row.due_on && tx.actor.role !== 'GB')
    return refuse('resolutions.later-is-the-branchs', { field: 'due', params: { day: row.due_on } });
  const siblings = await actionsOfResolution(tx, row.resolution_id);
  const isBlocked = row.state === 'BLOCKED';
  await insertAction(tx, {
    id: input.restId ?? tx.newId(),
    resolution_id: row.resolution_id,
    number: Math.max(...siblings.map(({ number }) => number)) + 1,
    task: input.restTask,
    measure: input.restMeasure,
    lead_org_id: row.lead_org_id,
    post_id: row.post_id,
    person_id: row.person_id,
    due_on: due.value,
    first_due_on: row.first_due_on,
    state: isBlocked ? 'BLOCKED' : 'IN_PROGRESS',
    reason: isBlocked ? row.reason : null,
    split_from_id: row.id,
  });
  return ok({ task: input.doneTask, reason: null });
}

/** Lets it wait for another action; not for one that is over, and never in a circle. */
export async function waits(tx: Tx, { row }: Known, typed: string): Promise<Result<Patch>> {
  const name = readActionName(typed);
  const other = name ? await actionByName(tx, name) : undefined;
  if (!other || other.id === row.id) return refuse('resolutions.no-such-action', { field: 'waitsFor' });
  if (OVER.includes(other.state)) return refuse('resolutions.already-over', { field: 'waitsFor' });
  if (makesCircle(await allWaits(tx), { waiter: row.id, awaited: other.id }))
    return refuse('resolutions.in-a-circle', { field: 'waitsFor' });
  await insertWait(tx, row.id, other.id);
  return ok({});
}
