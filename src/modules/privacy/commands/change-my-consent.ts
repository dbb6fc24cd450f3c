import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Purpose } from '#modules/consents/contract.ts';
import { changeConsent } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayLookAfterData } from '../permissions.ts';

export type ChangeMyConsent = {
  readonly matterId: string;
  readonly purpose: Purpose;
  readonly state: 'GIVEN' | 'WITHDRAWN';
};

/** The actor gives or takes back a consent on a matter of their own, from the page of all consents. */
export async function changeMyConsent(tx: Tx, input: ChangeMyConsent): Promise<Result<void>> {
  const may = mayLookAfterData(tx.actor, 'ask-about-own-data');
  if (!may.ok) return may;
  if (!isUuid(input.matterId)) return refuse('privacy.request-not-found');
  const changed = await changeConsent(tx, { ...input });
  return changed.ok ? ok() : changed;
}
