import { type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { RecordResolution } from '../forms/resolutions.ts';
import { mayRecord } from '../permissions.ts';
import { adoptResolution, type Recorded } from './adopt-resolution.part.ts';

/**
 * Records what a joint meeting resolved, with every action on a post of an organisation, a working day and a
 * measure of success; each organisation is then asked to take its actions on. It is kept under the rules of
 * procedure in force on the day of the meeting.
 *
 * The matters it came from get a line on their timeline, which their reporters read.
 *
 * @returns refusals: not the general branch; no rules in force on that day; a meeting to come; a phone or the like in
 *   what everybody reads; a post that is not there or has nobody; 「尽快」 or another due day that is none, has gone by or is no working day.
 * @source seed S13 「落实到有关部门和责任人」; domain brief §4.4, fixture 9
 */
export async function recordResolution(tx: Tx, input: RecordResolution): Promise<Result<Recorded>> {
  const refusal = mayRecord(tx.actor);
  if (refusal) return { ok: false, refusal };
  if (input.resolvedOn > dateKey(tx.now))
    return refuse('resolutions.meeting-to-come', { field: 'resolvedOn' });
  const rules = await rulesInForce(tx, input.resolvedOn);
  if (!rules) return refuse('resolutions.no-rules', { field: 'resolvedOn', source: 'DOMAIN §4.5' });
  return adoptResolution(tx, input, rules);
}
