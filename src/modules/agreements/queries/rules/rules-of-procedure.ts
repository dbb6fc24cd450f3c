import { dateKey } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  RULE_PARAMETER_NAMES,
  type RuleParameter,
  type RuleParameters,
  type RulesInForce,
  type RulesStanding,
} from '../../contract/rules-of-procedure.ts';
import { inForceOn, standingOn } from '../../rules/procedure/rules-lifecycle.ts';
import { allRules, type RulesRow, rulesById } from '../../store/rules-versions.ts';

/** A version as its readers see it; days are Asia/Shanghai days. */
export type RulesView = {
  readonly id: string;
  readonly label: string;
  readonly standing: RulesStanding;
  readonly body: string;
  readonly parameters: RuleParameters;
  readonly consultedFrom: string | null;
  readonly consultedUntil: string | null;
  readonly adoptedOn: string | null;
  readonly adoptedBy: string | null;
  readonly effectiveFrom: string | null;
  readonly sealed: string | null;
  readonly version: number;
};

type Kept = ReturnType<typeof kept>;
const kept = (row: RulesRow) => ({ row, state: row.state, effectiveFrom: row.effective_from });

function viewOf(one: Kept, all: readonly Kept[], day: string): RulesView {
  const { row } = one;
  return {
    id: row.id,
    label: row.label,
    standing: standingOn(one, all, day),
    body: row.body,
    parameters: row.parameters as RuleParameters,
    consultedFrom: row.consulted_from,
    consultedUntil: row.consulted_until,
    adoptedOn: row.adopted_on,
    adoptedBy: row.adopted_by,
    effectiveFrom: row.effective_from,
    sealed: row.sealed,
    version: row.version,
  };
}

/** Every version, drafts first, then from the one to hold last backwards. */
export async function rulesVersions(tx: Tx): Promise<RulesView[]> {
  const all = (await allRules(tx)).map(kept);
  return all.map((one) => viewOf(one, all, dateKey(tx.now)));
}

/** What everybody may read: no drafts, nothing that was given up. */
export async function publicRules(tx: Tx): Promise<RulesView[]> {
  return (await rulesVersions(tx)).filter(({ standing }) => standing !== 'DRAFT' && standing !== 'WITHDRAWN');
}

function numbersOf(row: RulesRow): RulesInForce {
  const parameters = row.parameters as RuleParameters;
  const each = <T>(value: (name: RuleParameter) => T) =>
    Object.fromEntries(RULE_PARAMETER_NAMES.map((name) => [name, value(name)])) as Record<RuleParameter, T>;
  return {
    id: row.id,
    label: row.label,
    effectiveFrom: row.effective_from ?? '',
    numbers: each((name) => parameters[name].value),
    clauses: each((name) => parameters[name].clause),
  };
}

/**
 * The rules of procedure that hold on a day, or null: then no meeting can be convened, since nothing is silently in
 * force (domain brief §4.5; lessons F1).
 */
export async function rulesInForce(tx: Tx, day: string): Promise<RulesInForce | null> {
  const found = inForceOn((await allRules(tx)).map(kept), day);
  return found ? numbersOf(found.row) : null;
}

/** An adopted version by its id: what a meeting was frozen with. */
export async function rulesVersion(tx: Tx, id: string): Promise<RulesInForce | null> {
  const row = await rulesById(tx, id);
  return row?.state === 'ADOPTED' ? numbersOf(row) : null;
}
