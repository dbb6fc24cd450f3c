import type { OrgKind } from '#kernel/actor.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { CLIMB_EVENTS, type Level } from '#modules/matters/contract.ts';
import { tellClimb } from '#modules/matters/facade.server.ts';
import { organisationsByIds } from '#modules/registry/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { acknowledgeBy, nextRungAt } from '../rules/times.ts';
import { WHISTLED_KINDS } from '../rules/whistled.ts';
import type { EscalationRow } from '../store/escalations.ts';
import { insertWhistle, type WhistleRow } from '../store/whistles.ts';

/**
 * Asks the street or an agency to come (吹哨): its time to say that it has heard begins, and the ladder stands ready.
 *
 * @param from the whistle the street passes on with this one
 * @returns refusals: no such organisation, one that is not whistled for, asked already and not yet answered.
 * @source domain brief §3.8 (吹哨报到), §4.2
 */
export async function sendWhistle(
  tx: Tx,
  row: EscalationRow,
  level: Level,
  others: readonly WhistleRow[],
  input: { readonly orgId: string; readonly text: string; readonly from: string | null },
): Promise<Result<string>> {
  const org = (await organisationsByIds(tx, [input.orgId])).get(input.orgId);
  if (!org) return refuse('escalations.no-such-organisation', { field: 'orgId' });
  if (!WHISTLED_KINDS.includes(org.kind as OrgKind))
    return refuse('escalations.not-whistled-for', { field: 'orgId' });
  const asked = others.some(
    (one) => one.org_id === org.id && (one.state === 'SENT' || one.state === 'ACKNOWLEDGED'),
  );
  if (asked) return refuse('escalations.asked-already', { field: 'orgId' });
  const calendar = await loadCalendar(tx);
  const acknowledgeDueAt = acknowledgeBy(calendar, tx.now, level);
  const id = tx.newId();
  await insertWhistle(tx, {
    id,
    escalation_id: row.id,
    org_id: org.id,
    passed_from_id: input.from,
    state: 'SENT',
    ask: input.text,
    sent_at: tx.now,
    acknowledge_due_at: acknowledgeDueAt,
    next_rung_at: nextRungAt(calendar, { sentAt: tx.now, acknowledgeDueAt, rung: 0 }),
  });
  await tellClimb(tx, row.matter_id, CLIMB_EVENTS.whistled, {
    orgId: org.id,
    ...(acknowledgeDueAt ? { day: dateKey(acknowledgeDueAt) } : {}),
  });
  return ok(id);
}
