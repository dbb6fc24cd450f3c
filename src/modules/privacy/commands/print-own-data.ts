import { ok, type Result, refuse } from '#kernel/result.ts';
import { peopleByIds } from '#modules/registry/facade.server.ts';
import { logContactRead } from '#platform/audit/contact-reads.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PRIVACY_SUBJECTS } from '../contract.ts';
import { mayLookAfterData } from '../permissions.ts';

export type PrintOwnData = { readonly personId: string; readonly reason: string };

/**
 * The desk is about to print what is held about somebody who stands there and has no phone. The reading is
 * logged, so that the person sees it too; an event says who printed it. The page reads the data in the same
 * transaction.
 *
 * @source PIPL art. 45
 */
export async function printOwnData(
  tx: Tx,
  input: PrintOwnData,
): Promise<Result<{ personId: string; name: string }>> {
  const may = mayLookAfterData(tx.actor, 'help-with-own-data');
  if (!may.ok) return may;
  const person = (await peopleByIds(tx, [input.personId])).get(input.personId);
  if (!person) return refuse('privacy.person-not-found');
  if (input.reason.trim() === '') return refuse('privacy.say-why', { field: 'reason' });
  await logContactRead(tx, { kind: PRIVACY_SUBJECTS.person, id: input.personId }, input.reason);
  await appendEvent(tx, {
    subjectKind: PRIVACY_SUBJECTS.person,
    subjectId: input.personId,
    kind: 'privacy.data-printed',
  });
  return ok({ personId: input.personId, name: person.name });
}
