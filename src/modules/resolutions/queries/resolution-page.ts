import { redact } from '#kernel/personal-data.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { eventsAbout } from '#platform/audit/read-events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type PublicAction, RESOLUTION_SUBJECTS, type ResolutionState } from '../contract.ts';
import { mayRecord, mayStep } from '../permissions.ts';
import { actionLeadsTo } from '../rules/action-lifecycle.ts';
import { toldPublicly } from '../rules/public-history.ts';
import { mattersOf } from '../store/linked.ts';
import { resolutionByCode } from '../store/resolution-rows.ts';
import { type ActionWithResolution, actionsOfResolution } from '../store/resolutions.ts';
import { factsOfActions } from './action-facts.ts';
import { publicActions } from './action-views.ts';

/** An action on its resolution's page, with what became of it. */
export type ActionStory = {
  readonly action: PublicAction;
  readonly firstDueOn: string;
  /** Steps everybody may know of, with their days; words under `resolutions.history.<key>`. */
  readonly history: readonly { readonly key: string; readonly day: string; readonly dueOn: string }[];
  /** What was reported, once it was checked and struck off. */
  readonly result: string | null;
  /** The reader asked for it, and is asked how it was done. */
  readonly mayAnswer: boolean;
};

/** A resolution as everybody may read it: what was resolved, who took it on, and what came of it. */
export type ResolutionStory = {
  readonly id: string;
  readonly code: string;
  readonly meeting: string;
  readonly resolvedOn: string;
  readonly text: string;
  readonly state: ResolutionState;
  readonly ended: { readonly on: string; readonly because: string } | null;
  readonly matters: number;
  readonly actions: readonly ActionStory[];
  readonly mayEnd: boolean;
};

/** The resolution of a code, `R-2026-09`; null when there is none. */
export async function resolutionPage(tx: Tx, code: string): Promise<ResolutionStory | null> {
  const row = await resolutionByCode(tx, code);
  if (!row) return null;
  const rows = await actionsOfResolution(tx, row.id);
  const shown = await publicActions(tx, rows);
  const facts = await factsOfActions(tx, rows, shown);
  const mayAnswer = (id: string) => {
    const one = facts.get(id);
    if (!one || mayStep(tx.actor, 'answer-as-requester', one)) return false;
    return actionLeadsTo('answer-as-requester', one) !== null;
  };
  return {
    id: row.id,
    code: row.code,
    meeting: row.meeting,
    resolvedOn: row.resolved_on,
    text: redact(row.text),
    state: row.state,
    ended: row.ended_at && { on: dateKey(row.ended_at), because: redact(row.ended_because ?? '') },
    matters: (await mattersOf(tx, [row.id])).length,
    actions: await Promise.all(
      rows.map(async (action, at) => ({
        action: shown[at]!,
        firstDueOn: action.first_due_on,
        history: await historyOf(tx, action),
        result: action.state === 'STRUCK_OFF' && action.evidence ? redact(action.evidence) : null,
        mayAnswer: mayAnswer(action.id),
      })),
    ),
    mayEnd: mayRecord(tx.actor, 'end-resolution') === null,
  };
}

async function historyOf(tx: Tx, action: ActionWithResolution): Promise<ActionStory['history']> {
  const events = await eventsAbout(tx, RESOLUTION_SUBJECTS.action, action.id);
  return events.flatMap(({ kind, at, data }) => {
    const key = toldPublicly(kind);
    const { dueOn } = (data ?? {}) as { readonly dueOn?: string };
    return key === null ? [] : [{ key, day: dateKey(at), dueOn: dueOn ?? action.due_on }];
  });
}
