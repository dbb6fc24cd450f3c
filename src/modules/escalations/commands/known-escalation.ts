import { dateKey } from '#kernel/work-calendar.ts';
import type { RulesInForce } from '#modules/agreements/contract/rules-of-procedure.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { type ClimbingMatter, climbingMatters } from '#modules/matters/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { EscalationFacts } from '../contract.ts';
import { factsFrom } from '../rules/facts.ts';
import { timesOn, workdaysAfter } from '../rules/times.ts';
import { decisionsOf, proceduresOf } from '../store/chain.ts';
import type { DecisionRow, EscalationRow, ProcedureRow } from '../store/escalations.ts';
import { type WhistleRow, whistlesOf } from '../store/whistles.ts';

/** An escalation with what hangs on it. */
export type Known = {
  readonly row: EscalationRow;
  readonly matter: ClimbingMatter;
  readonly whistles: readonly WhistleRow[];
  readonly decisions: readonly DecisionRow[];
  readonly procedures: readonly ProcedureRow[];
  readonly facts: EscalationFacts;
};

/** What is known of these escalations, in their order; those whose matter is not there are left out. */
export async function knownEscalations(tx: Tx, rows: readonly EscalationRow[]): Promise<Known[]> {
  const ids = rows.map((row) => row.id);
  const matters = await climbingMatters(
    tx,
    rows.map((row) => row.matter_id),
  );
  const whistles = Map.groupBy(await whistlesOf(tx, ids), (one) => one.escalation_id);
  const decisions = Map.groupBy(await decisionsOf(tx, ids), (one) => one.escalation_id);
  const procedures = Map.groupBy(await proceduresOf(tx, ids), (one) => one.escalation_id);
  return rows.flatMap((row) => {
    const matter = matters.get(row.matter_id);
    if (!matter) return [];
    const around = {
      whistles: whistles.get(row.id) ?? [],
      decisions: decisions.get(row.id) ?? [],
      procedures: procedures.get(row.id) ?? [],
    };
    return [{ row, matter, ...around, facts: factsFrom(row.state, matter, around) }];
  });
}

/** The number of the rules in force today, or of the set that holds without any. */
export async function dueByRules(
  tx: Tx,
  what: 'triageWorkdays' | 'adHocMeetingWorkdays',
  rules?: RulesInForce | null,
): Promise<Date | null> {
  const day = dateKey(tx.now);
  const inForce = rules === undefined ? await rulesInForce(tx, day) : rules;
  const times = timesOn(day);
  const without = what === 'triageWorkdays' ? times.triageWorkdays : times.adHocWorkdays;
  return workdaysAfter(await loadCalendar(tx), tx.now, inForce?.numbers[what] ?? without);
}
