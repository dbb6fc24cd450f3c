import type { Tx } from '#platform/db/database.ts';
import { actionsByIds } from '../store/linked.ts';
import { resolutionCodeRows } from '../store/resolution-rows.ts';

/** What a line about an action says; all of it stands on the public board. */
export type ActionHead = { readonly code: string; readonly number: number; readonly dueOn: string };

/** Actions by id; unknown ids are left out. */
export async function actionHeads(tx: Tx, ids: readonly string[]): Promise<Map<string, ActionHead>> {
  return new Map(
    (await actionsByIds(tx, ids)).map(({ id, code, number, due_on: dueOn }) => [id, { code, number, dueOn }]),
  );
}

/** Codes of resolutions by id, `R-2026-09`; unknown ids are left out. */
export function resolutionCodes(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return resolutionCodeRows(tx, ids);
}
