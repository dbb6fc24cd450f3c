import type { Tx } from '#platform/db/database.ts';
import type { ActionFacts, ActionStep, PublicAction } from '../contract.ts';
import { readsActions } from '../permissions.ts';
import { stepsFor } from '../rules/action-lifecycle.ts';
import { openRows, struckOffRows } from '../store/resolutions.ts';
import { factsOfActions } from './action-facts.ts';
import { publicActions } from './action-views.ts';

const MOST = 300;
/** Steps one may wish for, but which nothing waits for. */
const OPTIONAL: readonly ActionStep[] = [
  'ask-later',
  'block-action',
  'transfer-action',
  'contest-action',
  'submit-action',
  'reopen-action',
  'split-action',
  'wait-for-action',
  'stop-waiting',
  'record-answer',
  'return-action',
];

export type DeskActions = {
  /** Something of them waits for the reader's post. */
  readonly waiting: readonly PublicAction[];
  readonly own: readonly PublicAction[];
  /** Overdue with another organisation: orange is told to the general branch, red to the street (§3.7). */
  readonly late: readonly PublicAction[];
  readonly others: readonly PublicAction[];
  readonly done: readonly PublicAction[];
};

/** Actions as a party sees them: what waits for me, what my organisation leads, the rest. Null: not for the reader. */
export async function deskActions(tx: Tx): Promise<DeskActions | null> {
  if (!readsActions(tx.actor)) return null;
  const rows = await openRows(tx, MOST);
  const actions = await publicActions(tx, rows);
  const facts = await factsOfActions(tx, rows, actions);
  const isAwaited = (one: ActionFacts) => {
    const steps = stepsFor(tx.actor, one);
    // Somebody else has to be named before anything goes on.
    if (one.flags.has('holderGone') && steps.includes('transfer-action')) return true;
    return steps.some((step) => !OPTIONAL.includes(step));
  };
  const waits = new Set(rows.filter((row) => isAwaited(facts.get(row.id)!)).map((row) => row.id));
  const own = tx.actor.post?.orgId;
  const isLate = ({ light }: PublicAction) => light === 'ORANGE' || light === 'RED';
  const ofOthers = actions.filter((action) => !waits.has(action.id) && action.lead.id !== own);
  return {
    waiting: actions.filter((action) => waits.has(action.id)),
    own: actions.filter((action) => !waits.has(action.id) && action.lead.id === own),
    late: ofOthers.filter(isLate),
    others: ofOthers.filter((action) => !isLate(action)),
    done: await publicActions(tx, await struckOffRows(tx, 20)),
  };
}
