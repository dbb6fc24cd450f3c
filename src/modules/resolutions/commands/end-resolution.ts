import { ok, type Result, refuse } from '#kernel/result.ts';
import { DECISION_EVENTS } from '#modules/matters/contract.ts';
import { tellDecision } from '#modules/matters/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Ending, OVER, RESOLUTION_EVENTS, RESOLUTION_SUBJECTS } from '../contract.ts';
import type { EndResolution } from '../forms/resolutions.ts';
import { mayRecord } from '../permissions.ts';
import { mayEnd } from '../rules/resolution-lifecycle.ts';
import { mattersOf } from '../store/linked.ts';
import { lockResolution, resolutionByCode, updateResolution } from '../store/resolution-rows.ts';
import { actionsOfResolution, updateAction } from '../store/resolutions.ts';
import { actionData } from './steps/flow-back.ts';

const KINDS = {
  AMENDED: RESOLUTION_EVENTS.amended,
  RESCINDED: RESOLUTION_EVENTS.rescinded,
  LAPSED: RESOLUTION_EVENTS.lapsed,
} as const satisfies Readonly<Record<Ending, string>>;

/**
 * Ends a resolution before it is fulfilled: another stands in its place, it is rescinded, or what it rested on fell
 * away. What is still open of it is dropped; what was struck off stays struck off. Its matters are told.
 *
 * @returns refusals: not the general branch, not there, fulfilled or ended already, no other resolution in its place.
 * @source domain brief §4.4 `FULFILLED | AMENDED | RESCINDED | LAPSED`
 */
export async function endResolution(tx: Tx, input: EndResolution): Promise<Result<void>> {
  const refusal = mayRecord(tx.actor, 'end-resolution');
  if (refusal) return { ok: false, refusal };
  const row = await lockResolution(tx, input.resolutionId);
  if (!row) return refuse('resolutions.resolution-not-found');
  if (!mayEnd(row.state)) return refuse('resolutions.already-over');
  const other = input.how === 'AMENDED' ? await resolutionByCode(tx, input.amendedBy) : undefined;
  if (input.how === 'AMENDED' && (!other || other.id === row.id))
    return refuse('resolutions.no-such-resolution', { field: 'amendedBy' });
  await updateResolution(tx, row.id, {
    state: input.how,
    ended_at: tx.now,
    ended_because: input.because,
    amended_by_id: other?.id ?? null,
  });
  const matterIds = (await mattersOf(tx, [row.id])).map(({ matter_id }) => matter_id);
  await dropOpen(tx, row.id, input.because, matterIds);
  await tx.publicPagesChanged();
  await tellDecision(tx, matterIds, DECISION_EVENTS.ended, { decision: row.code, text: input.because });
  await appendEvent(tx, {
    subjectKind: RESOLUTION_SUBJECTS.resolution,
    subjectId: row.id,
    kind: KINDS[input.how],
    from: row.state,
    to: input.how,
    reason: input.because,
    data: { code: row.code, amendedById: other?.id ?? null, matterIds },
  });
  return ok();
}

async function dropOpen(tx: Tx, id: string, reason: string, matterIds: readonly string[]): Promise<void> {
  for (const action of await actionsOfResolution(tx, id)) {
    if (OVER.includes(action.state)) continue;
    await updateAction(tx, action.id, {
      state: 'DROPPED',
      reason,
      wanted_due_on: null,
      wanted_because: null,
    });
    await appendEvent(tx, {
      subjectKind: RESOLUTION_SUBJECTS.action,
      subjectId: action.id,
      kind: RESOLUTION_EVENTS.dropped,
      from: action.state,
      to: 'DROPPED',
      data: actionData(action, matterIds),
    });
  }
}
