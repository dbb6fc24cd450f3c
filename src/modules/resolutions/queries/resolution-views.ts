import type { Tx } from '#platform/db/database.ts';
import type { PublicAction } from '../contract.ts';
import { rowsOfMeeting, rowsSince } from '../store/resolutions.ts';
import { publicActions } from './action-views.ts';

/** A resolution with its actions, as everybody may read it. */
export type ResolutionView = {
  readonly id: string;
  readonly code: string;
  readonly text: string;
  /** The item of the agenda it was resolved on. */
  readonly itemId: string | null;
  readonly actions: readonly PublicAction[];
};

/** What a meeting resolved, in the order of its numbers. */
export async function resolutionsOf(tx: Tx, meetingId: string): Promise<ResolutionView[]> {
  const rows = await rowsOfMeeting(tx, meetingId);
  const actions = await publicActions(tx, rows);
  const found = new Map<string, ResolutionView & { actions: PublicAction[] }>();
  for (const [at, row] of rows.entries()) {
    const { resolution_id: id, code, text, agenda_item_id: itemId } = row;
    const view = found.get(id) ?? { id, code, text, itemId, actions: [] };
    view.actions.push(actions[at]!);
    found.set(id, view);
  }
  return [...found.values()];
}

/** Actions that are open, and those struck off since a day (`2026-03-18`): what a meeting looks at first. */
export async function actionsSince(tx: Tx, day: string): Promise<PublicAction[]> {
  return publicActions(tx, await rowsSince(tx, day));
}
