import { ok, type Result, refuse } from '#kernel/result.ts';
import { FINAL_STATUSES } from '#modules/matters/contract.ts';
import { climbingMatters, matterIdByCode } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ProposeEscalation } from '../forms/escalations.ts';
import { mayPropose } from '../permissions.ts';
import { openEscalation } from './open-escalation.ts';

/**
 * Somebody who coordinates proposes that a matter climbs, for what the program cannot notice by itself: organisations
 * that dispute the lead, help that was asked for by word of mouth, danger, a place where it happens again and again.
 *
 * @returns the escalation; refusals: not theirs, no such matter, it is over, raised for the same reason already.
 * @source domain brief §4.2 (triggers)
 */
export async function proposeEscalation(
  tx: Tx,
  input: ProposeEscalation,
): Promise<Result<{ readonly id: string }>> {
  const refusal = mayPropose(tx.actor);
  if (refusal) return { ok: false, refusal };
  const id = await matterIdByCode(tx, input.matter.normalize('NFKC').toUpperCase());
  const matter = id === null ? undefined : (await climbingMatters(tx, [id])).get(id);
  if (!matter) return refuse('escalations.no-such-matter', { field: 'matter' });
  if (FINAL_STATUSES.includes(matter.status))
    return refuse('escalations.matter-is-over', { field: 'matter' });
  const opened = await openEscalation(tx, matter, input.trigger, input.said);
  return opened === null
    ? refuse('escalations.raised-already', { field: 'trigger', source: 'DOMAIN §4.2' })
    : ok({ id: opened });
}
