import type { Tx } from '#platform/db/database.ts';
import type { ActionStep, PublicAction } from '../contract.ts';
import { readsActions } from '../permissions.ts';
import { stepsFor } from '../rules/action-lifecycle.ts';
import { openRows, struckOffRows } from '../store/resolutions.ts';
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
];

export type DeskActions = {
  /** Something of them waits for the reader's post. */
  readonly waiting: readonly PublicAction[];
  readonly own: readonly PublicAction[];
  readonly others: readonly PublicAction[];
  readonly done: readonly PublicAction[];
};

/** Actions as a party sees them: what waits for me, what my organisation leads, the rest. Null: not for the reader. */
export async function deskActions(tx: Tx): Promise<DeskActions | null> {
  if (!readsActions(tx.actor)) return null;
  const rows = await openRows(tx, MOST);
  const actions = await publicActions(tx, rows);
  const waits = new Set(
    rows
      .filter((row) => {
        const facts = {
          state: row.state,
          leadOrgId: row.lead_org_id,
          laterAsked: row.wanted_due_on !== null,
        };
        return stepsFor(tx.actor, facts).some((step) => !OPTIONAL.includes(step));
      })
      .map((row) => row.id),
  );
  const own = tx.actor.post?.orgId;
  return {
    waiting: actions.filter((action) => waits.has(action.id)),
    own: actions.filter((action) => !waits.has(action.id) && action.lead.id === own),
    others: actions.filter((action) => !waits.has(action.id) && action.lead.id !== own),
    done: await publicActions(tx, await struckOffRows(tx, 20)),
  };
}
