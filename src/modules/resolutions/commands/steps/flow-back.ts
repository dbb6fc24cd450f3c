import { DECISION_EVENTS, type DecisionEvent } from '#modules/matters/contract.ts';
import { tellDecision } from '#modules/matters/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type ActionData, type ActionStep, RESOLUTION_EVENTS, RESOLUTION_SUBJECTS } from '../../contract.ts';
import { resolutionState } from '../../rules/resolution-lifecycle.ts';
import { lockResolution, updateResolution } from '../../store/resolution-rows.ts';
import { type ActionWithResolution, actionsOfResolution } from '../../store/resolutions.ts';

/** What every event of an action holds. */
export function actionData(row: ActionWithResolution, matterIds: readonly string[]): ActionData {
  return {
    resolutionId: row.resolution_id,
    code: row.code,
    number: row.number,
    leadOrgId: row.lead_org_id,
    postId: row.post_id,
    dueOn: row.due_on,
    matterIds,
  };
}

/** Steps of an action that its matters' reporters are told. */
const TOLD: Readonly<Partial<Record<ActionStep, DecisionEvent>>> = {
  'accept-action': DECISION_EVENTS.takenOn,
  'grant-later': DECISION_EVENTS.laterDay,
  'submit-action': DECISION_EVENTS.done,
  'strike-off': DECISION_EVENTS.struckOff,
  'reopen-action': DECISION_EVENTS.undone,
};

/** Tells the matters an action came from what was done with it, when it is something their reporters are told. */
export async function tellMatters(
  tx: Tx,
  step: ActionStep,
  row: ActionWithResolution,
  matterIds: readonly string[],
): Promise<void> {
  const kind = TOLD[step];
  if (kind) await tellOf(tx, kind, row, matterIds);
}

/** Tells the matters of an action one thing of it. */
export async function tellOf(
  tx: Tx,
  kind: DecisionEvent,
  row: ActionWithResolution,
  matterIds: readonly string[],
): Promise<void> {
  await tellDecision(tx, matterIds, kind, {
    decision: row.code,
    text: row.task,
    leadOrgId: row.lead_org_id,
    dueOn: row.due_on,
  });
}

const OF_STATE = {
  IN_EFFECT: RESOLUTION_EVENTS.inEffect,
  FULFILLED: RESOLUTION_EVENTS.fulfilled,
} as const;

/** Lets a resolution follow its actions: in effect when all are taken on, fulfilled when all are struck off. */
export async function followActions(tx: Tx, resolutionId: string): Promise<void> {
  const row = await lockResolution(tx, resolutionId);
  if (!row) return;
  const actions = await actionsOfResolution(tx, resolutionId);
  const state = resolutionState(
    row.state,
    actions.map((action) => action.state),
  );
  if (state === row.state) return;
  await updateResolution(tx, resolutionId, { state });
  if (state !== 'IN_EFFECT' && state !== 'FULFILLED') return;
  await appendEvent(tx, {
    subjectKind: RESOLUTION_SUBJECTS.resolution,
    subjectId: resolutionId,
    kind: OF_STATE[state],
    from: row.state,
    to: state,
    data: { code: row.code },
  });
}
