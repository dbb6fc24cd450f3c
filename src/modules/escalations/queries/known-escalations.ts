import { FINAL_STATUSES } from '#modules/matters/contract.ts';
import { type ClimbingMatter, climbingMatters } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { EscalationFacts } from '../contract.ts';
import { mayRead } from '../permissions.ts';
import { factsFrom } from '../rules/facts.ts';
import { decisionsOf, proceduresOf } from '../store/chain.ts';
import type { DecisionRow, EscalationRow, ProcedureRow } from '../store/escalations.ts';
import { type WhistleRow, whistlesOf } from '../store/whistles.ts';

/** An escalation with what hangs on it. */
export type ReadEscalation = {
  readonly row: EscalationRow;
  readonly matter: ClimbingMatter;
  readonly whistles: readonly WhistleRow[];
  readonly decisions: readonly DecisionRow[];
  readonly procedures: readonly ProcedureRow[];
  readonly facts: EscalationFacts;
};

/** Of these escalations those the reader may read, in their order. */
export async function readable(tx: Tx, rows: readonly EscalationRow[]): Promise<ReadEscalation[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const matters = await climbingMatters(
    tx,
    rows.map((row) => row.matter_id),
  );
  const whistles = Map.groupBy(await whistlesOf(tx, ids), (one) => one.escalation_id);
  const decisions = Map.groupBy(await decisionsOf(tx, ids), (one) => one.escalation_id);
  const procedures = Map.groupBy(await proceduresOf(tx, ids), (one) => one.escalation_id);
  return rows
    .flatMap((row) => {
      const matter = matters.get(row.matter_id);
      if (!matter) return [];
      const around = {
        whistles: whistles.get(row.id) ?? [],
        decisions: decisions.get(row.id) ?? [],
        procedures: procedures.get(row.id) ?? [],
      };
      return [{ row, matter, ...around, facts: factsFrom(row.state, matter, around) }];
    })
    .filter(({ facts }) => mayRead(tx.actor, facts));
}

/** Whether the matter itself is over; what climbed may still be on its way. */
export const isOver = ({ status }: ClimbingMatter): boolean => FINAL_STATUSES.includes(status);
