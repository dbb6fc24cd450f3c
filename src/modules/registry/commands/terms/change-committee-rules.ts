import { ok, type Result } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS } from '../../contract/organisations.ts';
import type { CommitteeRules } from '../../contract/terms.ts';
import { REGISTRY_SUBJECTS } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { mayLayDown } from '../../rules/terms/committee-rules.ts';
import { insertCommitteeRules, ownCommitteeRules } from '../../store/terms/committee-rules.ts';

/**
 * The neighborhood lays down other rules for its owners' committees, with the law or decision they rest on.
 * They hold from now on; terms entered before stay as they are.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.rule-number`, `registry.rule-years`, `registry.rule-odd`,
 *   `registry.area-unreadable`, `registry.basis-missing`.
 */
export async function changeCommitteeRules(tx: Tx, rules: CommitteeRules): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'keep-term');
  if (!may.ok) return may;
  const sound = mayLayDown(rules);
  if (!sound.ok) return sound;
  const number = ((await ownCommitteeRules(tx))?.number ?? 0) + 1;
  const { basis, ...values } = rules;
  await insertCommitteeRules(tx, number, { ...values, basis: basis.trim() });
  await appendEvent(tx, {
    subjectKind: REGISTRY_SUBJECTS.neighborhood,
    subjectId: tx.actor.neighborhoodId,
    kind: ORGANISATION_EVENTS.committeeRulesChanged,
    reason: basis.trim(),
    data: { number, ...values },
  });
  return ok();
}
