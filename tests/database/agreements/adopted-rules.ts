import { randomUUID } from 'node:crypto';
import { draftRules } from '#modules/agreements/commands/rules/draft-rules.ts';
import { moveRules } from '#modules/agreements/commands/rules/move-rules.ts';
import {
  RULE_PARAMETER_NAMES,
  RULE_PARAMETERS,
  type RuleParameters,
} from '#modules/agreements/contract/rules-of-procedure.ts';
import { does, good, type SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

/** The usual numbers, all in one clause. */
export const USUAL_NUMBERS = Object.fromEntries(
  RULE_PARAMETER_NAMES.map((name) => [name, { value: RULE_PARAMETERS[name].offered, clause: '第八条' }]),
) as RuleParameters;

/** Rules of procedure with the usual numbers, in force from 2026-01-09; gives their id. */
export async function withRules(t: TestDatabase, n: SmallNeighborhood): Promise<string> {
  const id = randomUUID();
  const at = (day: string) => new Date(`${day}T02:00:00Z`);
  const body = '第八条 联席会议由党总支召集，每月一次，到会的席位满三分之二方可议定。';
  good(
    await does(
      t,
      n.as.GB,
      (tx) => draftRules(tx, { id, version: 0, label: 'v1.0', body, parameters: USUAL_NUMBERS }),
      at('2026-01-01'),
    ),
  );
  good(
    await does(
      t,
      n.as.GB,
      (tx) => moveRules(tx, { id, version: 1, step: 'consult-rules', until: '2026-01-08' }),
      at('2026-01-01'),
    ),
  );
  const adopt = { step: 'adopt-rules' as const, effectiveFrom: '2026-01-09', adoptedBy: '联席会议' };
  good(await does(t, n.as.GB, (tx) => moveRules(tx, { id, version: 2, ...adopt }), at('2026-01-09')));
  return id;
}
