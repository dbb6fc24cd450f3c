import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SubmitMatter } from '../../forms/intake.ts';
import { mergeMatter } from '../triage/merge-matter.ts';
import { type Submitted, submitMatter } from './submit-matter.ts';

/** A call about something known already: the caller gets a code of their own, and the matter is merged at once. */
export async function takeCall(
  tx: Tx,
  input: SubmitMatter,
  sameAsId: string | null,
): Promise<Result<Submitted>> {
  const made = await submitMatter(tx, input);
  if (!made.ok || sameAsId === null) return made;
  const merged = await mergeMatter(tx, { matterId: made.value.matterId, intoId: sameAsId });
  return merged.ok ? made : merged;
}
