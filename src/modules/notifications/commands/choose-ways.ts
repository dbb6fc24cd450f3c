import { personConcerned } from '#kernel/actor.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Choice, Topic } from '../contract.ts';
import type { Ways } from '../forms/notifications.ts';
import { keepChoice } from '../store/notifications.ts';

/** Keeps how one wants to be told from now on; topics not named stay as they were. Emergencies always come. */
export async function chooseWays(tx: Tx, input: Ways): Promise<Result<void>> {
  const personId = personConcerned(tx.actor);
  if (personId === null) return refuse('notifications.not-found');
  for (const [topic, way] of Object.entries(input))
    await keepChoice(tx, personId, topic as Topic, way as Choice);
  return ok();
}
