import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { RULES_EVENTS, RULES_SUBJECT } from '../../contract/rules-of-procedure.ts';
import type { DraftRules } from '../../forms/rules.ts';
import { mayKeepRules } from '../../permissions.ts';
import { parametersFit, rulesStep } from '../../rules/procedure/rules-lifecycle.ts';
import { insertRules, labelTaken, lockRules, updateRules } from '../../store/rules-versions.ts';

/**
 * Writes a new version of the rules of procedure, or another text of one that is not adopted yet. A version that
 * is being consulted on goes back to a draft.
 *
 * @returns refusals: not the general branch, a name another version has, a number out of range or without its
 *   clause, adopted already, changed by somebody else meanwhile.
 * @source seed S13 「制订和完善」; domain brief §4.5
 */
export async function draftRules(tx: Tx, input: DraftRules): Promise<Result<{ id: string }>> {
  const may = mayKeepRules(tx.actor, 'draft-rules');
  if (!may.ok) return may;
  const { post } = tx.actor;
  if (!post) return refuse('agreements.rules-not-yours');
  const fit = parametersFit(input.parameters);
  if (!fit.ok) return fit;
  if (await labelTaken(tx, input.label, input.id))
    return refuse('agreements.label-taken', { field: 'label', params: { label: input.label } });
  const row = await lockRules(tx, input.id);
  if (!row && input.version > 0) return refuse('agreements.rules-not-found');
  if (row && row.version !== input.version) return refuse('agreements.changed-meanwhile');
  if (row && rulesStep('draft-rules', row.state) === null) return refuse('agreements.rules-adopted-already');
  const text = {
    label: input.label,
    body: input.body,
    parameters: JSON.stringify(input.parameters),
    drafted_at: tx.now,
    drafted_by_post_id: post.postId,
    state: 'DRAFT' as const,
    consulted_from: null,
    consulted_until: null,
  };
  if (row) await updateRules(tx, row.id, text);
  else await insertRules(tx, { ...text, id: input.id });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: RULES_SUBJECT,
    subjectId: input.id,
    kind: RULES_EVENTS.drafted,
    from: row?.state ?? null,
    to: 'DRAFT',
    data: { label: input.label },
  });
  return ok({ id: input.id });
}
