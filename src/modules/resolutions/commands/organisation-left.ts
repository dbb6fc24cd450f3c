import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { type ActionState, RESOLUTION_EVENTS, RESOLUTION_SUBJECTS } from '../contract.ts';
import { mattersOf } from '../store/linked.ts';
import { type ActionWithResolution, updateAction } from '../store/resolutions.ts';
import { openOfHolder, openOfOrganisation } from '../store/told.ts';
import { actionData, followActions } from './steps/flow-back.ts';

/**
 * A company serves nobody here any more: nobody inherits what it took on at a meeting. Its open actions are back
 * with the general branch, which gives each to an organisation that takes it on or not (domain brief §4.4: transfer
 * required on organisation change; §4.5: obligations do not pass on).
 */
export async function giveBack(tx: Tx, orgId: string): Promise<void> {
  for (const row of await openOfOrganisation(tx, orgId)) {
    // What was reported is still checked.
    if (row.state === 'SUBMITTED' || row.state === 'VERIFYING') continue;
    await updateAction(tx, row.id, {
      state: 'CONTESTED',
      person_id: null,
      accept_due_at: null,
      wanted_due_on: null,
      wanted_because: null,
    });
    await followActions(tx, row.resolution_id);
    await note(tx, RESOLUTION_EVENTS.organisationLeft, row, 'CONTESTED');
  }
  await tx.publicPagesChanged();
}

/** Who took actions on has left the post: its organisation has to name somebody before anything goes on (§4.4). */
export async function askForSomebody(tx: Tx, postId: string, personId: string): Promise<void> {
  for (const row of await openOfHolder(tx, postId, personId)) {
    await note(tx, RESOLUTION_EVENTS.holderLeft, row, row.state);
  }
}

async function note(tx: Tx, kind: string, row: ActionWithResolution, to: ActionState): Promise<void> {
  const matters = await mattersOf(tx, [row.resolution_id]);
  await appendEvent(tx, {
    subjectKind: RESOLUTION_SUBJECTS.action,
    subjectId: row.id,
    kind,
    from: row.state,
    to,
    data: actionData(
      row,
      matters.map(({ matter_id }) => matter_id),
    ),
  });
}
